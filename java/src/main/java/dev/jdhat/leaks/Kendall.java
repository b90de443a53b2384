// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

/**
 * The exact distribution of Kendall's S, the pairs in order less the pairs out of order, of so many
 * different values in random order. S is n(n−1)/2 − 2k for k inversions, and the number of
 * permutations with k inversions follows from that of one element fewer (Kendall, Rank Correlation
 * Methods, 4th edition 1970, chapter 5; Mann, Econometrica 13, 1945).
 *
 * <p>Where values are equal S has a smaller variance, so a tail of this distribution is too large
 * and a test with it is on the safe side.
 */
final class Kendall {
    /** Tails below it are lost in rounding. */
    private static final double LEAST = 1e-12;

    private final int pairs;
    /** By k: the probability of at most k inversions. */
    private final double[] upTo;

    Kendall(int values) {
        pairs = values * (values - 1) / 2;
        upTo = new double[pairs + 1];
        double[] inversions = {1};
        for (int n = 2; n <= values; n++) {
            inversions = withOneMore(inversions, n);
        }
        double sum = 0;
        for (int k = 0; k <= pairs; k++) {
            sum += inversions[k];
            upTo[k] = Math.min(1, sum);
        }
    }

    /** The n-th value adds 0 to n−1 inversions, each equally likely. */
    private static double[] withOneMore(double[] fewer, int n) {
        double[] more = new double[fewer.length + n - 1];
        double window = 0;
        for (int k = 0; k < more.length; k++) {
            window += k < fewer.length ? fewer[k] : 0;
            window -= k >= n ? fewer[k - n] : 0;
            more[k] = Math.max(0, window) / n;
        }
        return more;
    }

    /** The number of pairs, the largest S. */
    int pairs() {
        return pairs;
    }

    /** The probability that chance alone makes an S of at least this. */
    double atLeast(int s) {
        int k = Math.floorDiv(pairs - s, 2);
        return k < 0 ? LEAST : Math.max(LEAST, upTo[Math.min(k, pairs)]);
    }

    /** The least S that chance alone reaches with at most this probability; none: pairs + 1. */
    int critical(double probability) {
        int s = pairs;
        while (s >= 0 && atLeast(s) <= probability) {
            s -= 2;
        }
        return s == pairs ? pairs + 1 : s + 2;
    }
}
