// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.HashMap;
import java.util.Map;

/**
 * A cache whose keys have no equals(): equal ones are never found. 100 of 100 Payloads stay, where
 * 10 would: a leak.
 */
public final class KeysWithoutEquals implements LeakCase {
    private final Map<Key, Payload> cache = new HashMap<>();

    static final class Key {
        final int number;

        Key(int number) {
            this.number = number;
        }
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) cache.computeIfAbsent(new Key(i % 10), key -> new Payload());
    }

    @Override
    public void tearDown() {
        cache.clear();
    }
}
