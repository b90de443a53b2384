// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Virtual threads that never end set one ThreadLocal. 100 of 100 Payloads stay: a leak. */
public final class VirtualThreadLocals implements LeakCase {
    private static final ThreadLocal<Payload> LOCAL = new ThreadLocal<>();

    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @Override
    public void work() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(N);
        for (int i = 0; i < N; i++) threads.add(Virtual.start(() -> set(begun)));
        begun.await();
    }

    private void set(CountDownLatch begun) {
        LOCAL.set(new Payload());
        begun.countDown();
        LeakCase.await(never);
    }

    @Override
    public void tearDown() throws InterruptedException {
        never.countDown();
        for (Thread thread : threads) thread.join();
    }
}
