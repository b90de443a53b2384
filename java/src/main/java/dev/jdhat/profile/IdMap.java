// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers ids in the order in which they come: 0, 1, 2 … Ids are small numbers nearly always; the
 * format allows any.
 */
final class IdMap {
    private static final int SMALL = 1 << 22;

    /** Number + 1, or 0. */
    private int[] small = new int[64];
    private final Map<Integer, Integer> large = new HashMap<>();
    private int size;

    /** Gives a new id the next number. */
    int add(int id) {
        int known = get(id);
        if (known >= 0) {
            return known;
        }
        if (id >= SMALL) {
            large.put(id, size);
        } else {
            if (id >= small.length) {
                small = Arrays.copyOf(small, Math.max(id + 1, 2 * small.length));
            }
            small[id] = size + 1;
        }
        return size++;
    }

    /** The number of an id, or −1. */
    int get(int id) {
        if (id >= SMALL) {
            return large.getOrDefault(id, -1);
        }
        return id < small.length ? small[id] - 1 : -1;
    }
}
