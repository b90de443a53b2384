// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.FrameTable;
import dev.jdhat.profile.StackNumbers;
import java.util.List;
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
    /** In bits. */
    private static final int DIGIT = 8;

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
        long[] hashes = new long[sites.size()];
        long[] blocks = new long[hashes.length];
        long[] bytes = new long[hashes.length];
        for (int site = 0; site < hashes.length; site++) {
            hashes[site] = hash(stacks.get(site), ofTexts);
            blocks[site] = -sites.get(site).totalBlocks();
            bytes[site] = -sites.get(site).totalBytes();
        }
        int[] order = IntStream.range(0, hashes.length).toArray();
        return ascending(ascending(ascending(order, hashes), blocks), bytes);
    }

    /**
     * Sites by a value of each; those with equal values in the order that they have. Digit by
     * digit, from the last one on: it takes few and short loops, which are soon compiled.
     */
    private static int[] ascending(int[] sites, long[] values) {
        int[] order = sites;
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            order = byDigit(order, values, shift);
        }
        return order;
    }

    private static int[] byDigit(int[] sites, long[] values, int shift) {
        int[] places = new int[(1 << DIGIT) + 1];
        for (int site : sites) {
            places[digit(values[site], shift) + 1]++;
        }
        for (int digit = 0; digit < 1 << DIGIT; digit++) {
            places[digit + 1] += places[digit];
        }
        int[] order = new int[sites.length];
        for (int site : sites) {
            order[places[digit(values[site], shift)]++] = site;
        }
        return order;
    }

    /** Negative values are below all others. */
    private static int digit(long value, int shift) {
        return (int) ((value ^ Long.MIN_VALUE) >>> shift) & (1 << DIGIT) - 1;
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
