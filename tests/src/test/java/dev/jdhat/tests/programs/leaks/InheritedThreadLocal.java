// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.ExecutorService;

/**
 * The thread of a pool inherits the value of the request that it was born in, and keeps it. 1 of
 * 100 Payloads stays, whatever comes later: held, but no leak.
 */
public final class InheritedThreadLocal implements LeakCase {
    private static final InheritableThreadLocal<Payload> REQUEST = new InheritableThreadLocal<>();

    private final ExecutorService pool = Pool.of(1);

    @Override
    public void work() throws Exception {
        for (int i = 0; i < N; i++) {
            REQUEST.set(new Payload());
            pool.submit(() -> REQUEST.get().touch()).get();
            REQUEST.remove();
        }
    }

    @Override
    public void tearDown() throws InterruptedException {
        Pool.end(pool);
    }
}
