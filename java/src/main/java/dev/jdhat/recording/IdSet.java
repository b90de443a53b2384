// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** A set of ids. They are small numbers nearly always; the format allows any. */
final class IdSet {
    private static final int SMALL = 1 << 22;

    private final BitSet small = new BitSet();
    private final Set<Integer> large = new HashSet<>();

    /** Whether the id was new. */
    boolean add(int id) {
        if (id >= SMALL) {
            return large.add(id);
        }
        boolean isNew = !small.get(id);
        small.set(id);
        return isNew;
    }

    boolean contains(int id) {
        return id < SMALL ? small.get(id) : large.contains(id);
    }
}
