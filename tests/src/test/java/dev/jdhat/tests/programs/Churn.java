// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Four threads make and drop blocks; each keeps the last 1,000 of its own in a ring. Ends after the
 * number of rounds given, each of 100,000 blocks per thread in `round`; or, without one, never.
 */
public final class Churn {
    private Churn() {}

    static void round(Object[] ring, int thread) {
        for (int i = 0; i < 100_000; i++) ring[i % ring.length] = new byte[16 + i % 8 * 8 * thread];
    }

    static void work(int thread, int rounds) {
        Object[] ring = new Object[1000];
        for (int i = 0; i != rounds; i++) round(ring, thread);
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : -1;
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            int number = i + 1;
            threads[i] = new Thread(() -> work(number, rounds), "churn-" + number);
            threads[i].start();
        }
        Stage.say("ready");
        for (Thread thread : threads) thread.join();
    }
}
