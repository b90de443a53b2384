// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** An iterator of a deque that was cleared is kept. None of 100 Payloads stays: no leak. */
public final class ClearedDeque implements LeakCase {
    private Iterator<Payload> iterator;

    @Override
    public void work() {
        Deque<Payload> deque = new ArrayDeque<>();
        for (int i = 0; i < N; i++) deque.add(new Payload());
        iterator = deque.iterator();
        iterator.next().touch();
        deque.clear();
    }

    @Override
    public void tearDown() {
        iterator = null;
    }
}
