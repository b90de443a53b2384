// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys that change after put(), so that remove() misses them. 100 of 100 Payloads stay: a leak.
 */
public final class MutatedKeys implements LeakCase {
    private final Map<List<Integer>, Payload> map = new HashMap<>();
    private int number;

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            List<Integer> key = new ArrayList<>(List.of(number++));
            map.put(key, new Payload());
            key.add(-1);
            map.remove(key);
        }
    }

    @Override
    public void tearDown() {
        map.clear();
    }
}
