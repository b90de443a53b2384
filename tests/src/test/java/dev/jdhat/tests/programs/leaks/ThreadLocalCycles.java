// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.ExecutorService;

/**
 * On a pooled thread, ThreadLocals whose values refer to them. 100 of 100 Payloads stay: a leak.
 */
public final class ThreadLocalCycles implements LeakCase {
    private final ExecutorService pool = Pool.of(1);

    @Override
    public void work() throws Exception {
        pool.submit(ThreadLocalCycles::set).get();
    }

    private static void set() {
        for (int i = 0; i < N; i++) {
            ThreadLocal<Object> local = new ThreadLocal<>();
            local.set(new Object[] {local, new Payload()});
        }
    }

    @Override
    public void tearDown() throws InterruptedException {
        Pool.end(pool);
    }
}
