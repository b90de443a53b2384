// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/**
 * What one program point held after each of the collections that {@link HistoryClock} names;
 * immutable, for any thread. All figures are bytes.
 *
 * <p>After a collection that was not full the figure is an upper bound. The next full one shows how
 * much of it may have been garbage by then: what it still found, was live all the time. So each
 * figure lies between {@link #low} and {@link #high}, which are equal after a full collection.
 */
public final class LiveHistory {
    private final double[] high;
    private final double[] low;
    private final double[] variances;
    private final double[] changes;
    private final double[] survivors;
    private final double most;

    /**
     * All of one length, one entry per collection.
     *
     * @param high not found dead by the collection, estimated
     * @param low of these, what the next full collection found live; at most {@code high}
     * @param variances the square of the standard error of {@code high}, from sampling
     * @param changes the same of what came and what went since the collection before
     * @param survivors what was born since the collection before and is live after the last one
     */
    public LiveHistory(double[] high, double[] low, double[] variances, double[] changes,
            double[] survivors) {
        int size = high.length;
        if (low.length != size || variances.length != size || changes.length != size
                || survivors.length != size) {
            throw new IllegalArgumentException("The figures are not of the same collections.");
        }
        this.high = high.clone();
        this.low = low.clone();
        this.variances = variances.clone();
        this.changes = changes.clone();
        this.survivors = survivors.clone();
        most = Arrays.stream(high).max().orElse(0);
    }

    /** The number of collections. */
    public int size() {
        return high.length;
    }

    /** Not found dead by the collection: the most that can have been live. */
    public double high(int collection) {
        return high[collection];
    }

    /** The largest {@link #high}. */
    public double most() {
        return most;
    }

    /** The least that was live: what the next full collection still found. */
    public double low(int collection) {
        return low[collection];
    }

    /** What was born since the collection before this one and is live after the last one. */
    public double survivors(int collection) {
        return survivors[collection];
    }

    /**
     * One standard error, from sampling, of what is live after one collection less what was live
     * after an earlier one. Blocks that are in both do not matter, for they were sampled once: the
     * variances of what came and what went add. Both figures together bound it.
     */
    public double differenceError(int from, int to) {
        double variance = 0;
        for (int i = from + 1; i <= to; i++) {
            variance += changes[i];
        }
        return Math.sqrt(Math.min(variance, variances[from] + variances[to]));
    }
}
