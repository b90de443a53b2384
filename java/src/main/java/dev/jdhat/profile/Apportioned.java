// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** Whole numbers in place of estimates, such that their sum is a given one. */
final class Apportioned {
    private final long[] bytes;
    private final long[] blocks;

    /**
     * Scales the first sums so that together they are a figure. Where the figure was made of the
     * same estimates, this is rounding; else it spreads the difference.
     */
    Apportioned(double[] bytes, double[] blocks, Figure whole) {
        this.bytes = apportioned(bytes, whole.bytes());
        this.blocks = apportioned(blocks, whole.blocks());
    }

    long bytes(int at) {
        return bytes[at];
    }

    long blocks(int at) {
        return blocks[at];
    }

    int size() {
        return bytes.length;
    }

    /** Each is the difference of two rounded sums, so that no error adds up. */
    static long[] apportioned(double[] parts, long whole) {
        double sum = 0;
        for (double part : parts) {
            sum += Math.max(0, part);
        }
        long[] numbers = new long[parts.length];
        double factor = sum > 0 ? whole / sum : 0;
        double upTo = 0;
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            upTo += Math.max(0, parts[i]);
            boolean last = i == parts.length - 1;
            long next = last ? whole : Math.min(whole, Math.round(upTo * factor));
            numbers[i] = next - given;
            given = next;
        }
        return numbers;
    }
}
