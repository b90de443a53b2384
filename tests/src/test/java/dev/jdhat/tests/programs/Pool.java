// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.util.concurrent.CountDownLatch;

/**
 * Eight threads that exist before the recording starts. After the line they make 1,000 byte[1000]
 * (1,016 bytes) each in `body`. Expected there: 8,000 blocks, 8,128,000 bytes.
 */
public final class Pool {
    static final CountDownLatch ready = new CountDownLatch(8);
    static final CountDownLatch go = new CountDownLatch(1);

    private Pool() {}

    static void body() {
        for (int i = 0; i < 1000; i++) Thing.sink = new byte[1000];
    }

    static void park() {
        try {
            Thing.sink = new byte[1000];
            ready.countDown();
            go.await();
            body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) throws Exception {
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(Pool::park, "pool-" + i);
            threads[i].start();
        }
        ready.await();
        Stage.pause("ready");
        go.countDown();
        for (Thread thread : threads) thread.join();
        Stage.pause("done");
    }
}
