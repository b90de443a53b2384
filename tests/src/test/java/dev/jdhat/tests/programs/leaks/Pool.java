// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Pools of daemon threads. */
final class Pool {
    private Pool() {}

    static ExecutorService of(int threads) {
        return Executors.newFixedThreadPool(threads, Pool::daemon);
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "pooled");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads and drops the tasks that wait. */
    static void end(ExecutorService pool) throws InterruptedException {
        pool.shutdownNow();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a pooled thread does not end");
        }
    }
}
