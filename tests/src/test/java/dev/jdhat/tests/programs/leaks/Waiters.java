// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Threads that each hold a Payload on their stack and wait for what never comes. */
final class Waiters {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Semaphore ended = new Semaphore(0);
    private int started;

    /** Starts n of them; returns when each has its Payload. */
    void start(int n, Consumer<Runnable> starter) {
        CountDownLatch begun = new CountDownLatch(n);
        for (int i = 0; i < n; i++) starter.accept(() -> hold(begun));
        LeakCase.await(begun);
        started += n;
    }

    private void hold(CountDownLatch begun) {
        Payload payload = new Payload();
        begun.countDown();
        LeakCase.await(never);
        payload.touch();
        ended.release();
    }

    void end() throws InterruptedException {
        never.countDown();
        ended.acquire(started);
    }
}
