// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/** Weighted bytes and blocks with their variances, for each of a number of things. */
final class Sum {
    private static final int BYTES = 0;
    private static final int BLOCKS = 1;
    private static final int BYTES_VARIANCE = 2;
    private static final int BLOCKS_VARIANCE = 3;
    private static final int FIELDS = 4;

    /** Side by side, because rows name things at random and each array would miss the cache. */
    private double[] values;

    Sum(int size) {
        values = new double[FIELDS * size];
    }

    double bytes(int at) {
        return values[FIELDS * at + BYTES];
    }

    double blocks(int at) {
        return values[FIELDS * at + BLOCKS];
    }

    double bytesVariance(int at) {
        return values[FIELDS * at + BYTES_VARIANCE];
    }

    void add(int at, double bytes, double blocks, double bytesVariance, double blocksVariance) {
        int from = FIELDS * at;
        values[from + BYTES] += bytes;
        values[from + BLOCKS] += blocks;
        values[from + BYTES_VARIANCE] += bytesVariance;
        values[from + BLOCKS_VARIANCE] += blocksVariance;
    }

    void set(int at, Sum from, int fromAt) {
        System.arraycopy(from.values, FIELDS * fromAt, values, FIELDS * at, FIELDS);
    }

    void add(int at, Sum from, int fromAt) {
        for (int field = 0; field < FIELDS; field++) {
            values[FIELDS * at + field] += from.values[FIELDS * fromAt + field];
        }
    }

    /** Makes room for one more thing among the first ones, and begins it with nothing. */
    void insert(int at, int used) {
        if (FIELDS * used == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        int from = FIELDS * at;
        System.arraycopy(values, from, values, from + FIELDS, FIELDS * (used - at));
        Arrays.fill(values, from, from + FIELDS, 0);
    }

    /** Rounded; where no block is left, what sums and differences left behind is nothing. */
    Figure figure(int at) {
        int from = FIELDS * at;
        if (rounded(values[from + BLOCKS]) == 0) {
            return Figure.ZERO;
        }
        return Figure.of(rounded(values[from + BYTES]), rounded(values[from + BLOCKS]),
                error(values[from + BYTES_VARIANCE]), error(values[from + BLOCKS_VARIANCE]));
    }

    static long rounded(double value) {
        return Math.max(0, Math.round(value));
    }

    private static double error(double variance) {
        return Math.sqrt(Math.max(0, variance));
    }
}
