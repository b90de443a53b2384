// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Each task on a pooled thread sets a ThreadLocal of its own and does not remove it. 100 of 100
 * Payloads stay: a leak.
 */
public final class PooledThreadLocals implements LeakCase {
    private final ExecutorService pool = Pool.of(1);
    private final List<ThreadLocal<Payload>> locals = new ArrayList<>();

    @Override
    public void work() throws Exception {
        for (int i = 0; i < N; i++) pool.submit(this::set).get();
    }

    private void set() {
        ThreadLocal<Payload> local = new ThreadLocal<>();
        locals.add(local);
        local.set(new Payload());
    }

    @Override
    public void tearDown() throws InterruptedException {
        locals.clear();
        Pool.end(pool);
    }
}
