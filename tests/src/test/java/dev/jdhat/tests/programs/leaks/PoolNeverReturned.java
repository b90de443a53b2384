// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A pool knows what it has lent, and nobody gives it back. 100 of 100 Payloads stay: a leak. */
public final class PoolNeverReturned implements LeakCase {
    private final Deque<Payload> idle = new ArrayDeque<>();
    private final List<Payload> lent = new ArrayList<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) borrow().touch();
    }

    private Payload borrow() {
        Payload payload = idle.isEmpty() ? new Payload() : idle.remove();
        lent.add(payload);
        return payload;
    }

    @Override
    public void tearDown() {
        lent.clear();
    }
}
