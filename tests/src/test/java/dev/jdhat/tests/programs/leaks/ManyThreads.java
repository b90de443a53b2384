// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Four threads make and keep Payloads in one method. 100 of 100 Payloads stay: a leak, of one
 * site.
 */
public final class ManyThreads implements LeakCase {
    private final ExecutorService pool = Pool.of(4);
    private final List<Payload> kept = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void work() throws InterruptedException {
        pool.invokeAll(Collections.nCopies(4, this::make));
    }

    private Object make() {
        for (int i = 0; i < N / 4; i++) kept.add(new Payload());
        return null;
    }

    @Override
    public void tearDown() throws InterruptedException {
        kept.clear();
        Pool.end(pool);
    }
}
