// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

/**
 * Serves a fixed number of requests, ten rounds a second, and ends. Everything that the service
 * holds then stays reachable until the JVM is gone, so that it is in the profile at the end.
 */
public final class ObjectStoreDemo {
    static final int ROUNDS = 20;
    static final int REQUESTS_PER_ROUND = 100;
    static final int REQUESTS = ROUNDS * REQUESTS_PER_ROUND;

    private static final int BACKUP_STARTS = 8;
    private static final int BACKUP_ENDS = 12;
    private static final long ROUND_MILLIS = 100;

    private static ObjectStore store;

    private ObjectStoreDemo() {}

    /** Runs to the end; the threads that are parked for ever are daemons and do not hold it up. */
    public static void main(String[] args) throws Exception {
        store = new ObjectStore(new Workers());
        for (int round = 0; round < ROUNDS; round++) {
            if (round == BACKUP_STARTS) {
                store.backup().start();
            }
            store.serve(round * REQUESTS_PER_ROUND, REQUESTS_PER_ROUND);
            Thread.sleep(ROUND_MILLIS);
            if (round == BACKUP_ENDS) {
                store.backup().finish();
            }
        }
        System.out.println("object store: " + store.state());
    }
}
