// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.HashMap;
import java.util.Map;

/** A cache from which nothing is evicted. 100 of 100 Payloads stay: a leak. */
public final class MapCache implements LeakCase {
    private final Map<Integer, Payload> cache = new HashMap<>();
    private int key;

    @Override
    public void work() {
        for (int i = 0; i < N; i++) cache.computeIfAbsent(key++, unused -> new Payload());
    }

    @Override
    public void tearDown() {
        cache.clear();
    }
}
