// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cache that evicts the eldest of more than 50. 50 Payloads stay, those made last: held, but no
 * leak.
 */
public final class BoundedLru implements LeakCase {
    private int key;
    private final Map<Integer, Payload> cache = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Payload> eldest) {
            return size() > 50;
        }
    };

    @Override
    public void work() {
        for (int i = 0; i < N; i++) cache.put(key++, new Payload());
    }

    @Override
    public void tearDown() {
        cache.clear();
    }
}
