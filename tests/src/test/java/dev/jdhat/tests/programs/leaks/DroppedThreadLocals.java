// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.ExecutorService;

/**
 * ThreadLocals that are dropped, set on a pooled thread. Their 100 Payloads stay until the
 * thread's table is used again, which cleans it: bounded, no leak.
 */
public final class DroppedThreadLocals implements LeakCase {
    private final ExecutorService pool = Pool.of(1);

    @Override
    public void work() throws Exception {
        pool.submit(DroppedThreadLocals::set).get();
    }

    private static void set() {
        for (int i = 0; i < N; i++) new ThreadLocal<Payload>().set(new Payload());
    }

    @Override
    public void tearDown() throws InterruptedException {
        Pool.end(pool);
    }
}
