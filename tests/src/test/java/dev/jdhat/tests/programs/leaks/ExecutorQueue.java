// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/** Tasks queue behind a worker that is stuck. 100 of 100 Payloads stay: a leak. */
public final class ExecutorQueue implements LeakCase {
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService pool = Pool.of(1);

    @Override
    public void setUp() {
        pool.execute(() -> LeakCase.await(never));
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) pool.execute(new Payload()::touch);
    }

    @Override
    public void tearDown() throws InterruptedException {
        never.countDown();
        Pool.end(pool);
    }
}
