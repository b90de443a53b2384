// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Ascending;
import dev.jdhat.profile.FrameTable;
import dev.jdhat.profile.StackNumbers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An order of sites that does not depend on the order in which they came: by a hash that is made of
 * the texts of their frames, of which the leaf names the class, so it is the same in every JVM and
 * version.
 */
final class StableOrder {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private StableOrder() {
    }

    /** The numbers of all stacks; those with equal hashes in the order in which they came. */
    static int[] of(StackNumbers stacks, FrameTable table) {
        int[] ofTexts = IntStream.range(0, table.size())
                .map(frame -> table.text(frame).hashCode()).toArray();
        long[] hashes = new long[stacks.size()];
        for (int stack = 0; stack < hashes.length; stack++) {
            hashes[stack] = hash(stacks.get(stack), ofTexts);
        }
        return ascending(hashes);
    }

    /** The indices of some values, by these; those of equal values in their order. */
    private static int[] ascending(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] order = new int[values.length];
        int[] taken = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = Ascending.firstFrom(sorted, values[i]);
            order[place + taken[place]++] = i;
        }
        return order;
    }

    /**
     * A polynomial over {@link String#hashCode} of the frames, leaf first; the high bits, which
     * depend on all of them, are folded into the low ones.
     */
    static long hash(int[] stack, int[] ofTexts) {
        long hash = BASIS;
        for (int frame : stack) {
            hash = hash * FACTOR + ofTexts[frame];
        }
        return hash ^ hash >>> 32;
    }
}
