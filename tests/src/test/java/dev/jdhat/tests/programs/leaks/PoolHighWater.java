// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The first call takes 100 Payloads from a pool at once, the others 10; all are given back. The
 * 100 of the first call stay, none of the others: held, but no leak.
 */
public final class PoolHighWater implements LeakCase {
    private final Deque<Payload> idle = new ArrayDeque<>();
    private int atOnce = N;

    @Override
    public void work() {
        Deque<Payload> lent = new ArrayDeque<>();
        for (int i = 0; i < atOnce; i++) lent.add(idle.isEmpty() ? new Payload() : idle.remove());
        idle.addAll(lent);
        atOnce = 10;
    }

    @Override
    public void tearDown() {
        idle.clear();
    }
}
