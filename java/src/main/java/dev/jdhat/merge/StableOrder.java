// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Ascending;
import dev.jdhat.profile.FrameTable;
import dev.jdhat.profile.StackNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The order of the sites of a sum, which does not depend on the order in which they came: as a
 * profile has them, the largest total first, so that nobody moves them again, and equal ones by a
 * hash that is made of the texts of their frames, of which the leaf names the class, so it is the
 * same in every JVM and version.
 */
final class StableOrder {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private StableOrder() {
    }

    /**
     * The numbers of all sites; what is equal in all this in the order in which it came.
     *
     * @param sites of each stack
     */
    static int[] of(List<SiteSum> sites, StackNumbers stacks, FrameTable table) {
        int[] ofTexts = IntStream.range(0, table.size())
                .map(frame -> table.text(frame).hashCode()).toArray();
        int[] order = IntStream.range(0, sites.size()).toArray();
        order = ascending(order, site -> hash(stacks.get(site), ofTexts));
        order = ascending(order, site -> -sites.get(site).totalBlocks());
        return ascending(order, site -> -sites.get(site).totalBytes());
    }

    /** Sites by a value of each; those with equal values in the order that they have. */
    private static int[] ascending(int[] sites, IntToLongFunction value) {
        long[] values = Arrays.stream(sites).mapToLong(value).toArray();
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] order = new int[sites.length];
        int[] taken = new int[sites.length];
        for (int i = 0; i < sites.length; i++) {
            int place = Ascending.firstFrom(sorted, values[i]);
            order[place + taken[place]++] = sites[i];
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
