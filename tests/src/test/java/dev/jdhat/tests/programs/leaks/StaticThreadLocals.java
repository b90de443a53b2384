// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.Collections;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;

/**
 * Every one of 20 pooled threads sets one and the same ThreadLocal. 20 Payloads stay, those of the
 * latest call: held, but no leak.
 */
public final class StaticThreadLocals implements LeakCase {
    private static final ThreadLocal<Payload> LOCAL = new ThreadLocal<>();

    private final ExecutorService pool = Pool.of(20);
    private final CyclicBarrier everyone = new CyclicBarrier(20);

    @Override
    public void work() throws InterruptedException {
        pool.invokeAll(Collections.nCopies(20, this::set));
    }

    private Object set() throws Exception {
        LOCAL.set(new Payload());
        return everyone.await();
    }

    @Override
    public void tearDown() throws InterruptedException {
        Pool.end(pool);
    }
}
