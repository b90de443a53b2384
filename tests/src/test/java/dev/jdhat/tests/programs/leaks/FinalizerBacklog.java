// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Finalisers that wait for ever, on whatever thread runs them. 100 of 100 Payloads stay: a leak.
 */
public final class FinalizerBacklog implements LeakCase {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Semaphore finalized = new Semaphore(0);
    private int made;

    final class Slow {
        private final Payload payload = new Payload();

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            LeakCase.await(never);
            payload.touch();
            finalized.release();
        }
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++, made++) new Slow();
    }

    @Override
    public void tearDown() throws InterruptedException {
        never.countDown();
        while (!finalized.tryAcquire(made, 100, TimeUnit.MILLISECONDS)) System.gc();
    }
}
