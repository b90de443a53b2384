// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import java.util.Arrays;

/**
 * Theil's and Sen's slope: the median of the slopes of all pairs, with the interval that Kendall's
 * distribution gives (Sen, Journal of the American Statistical Association 63, 1968). A pair with
 * an upper bound in it has a least and a greatest slope; the interval's ends come from these.
 * Slopes are bytes per µs.
 */
final class Slopes {
    private static final double TAIL = 0.025;
    /** Standard errors on each side of a 95 % interval. */
    private static final double SIDE = 1.96;

    private final double median;
    private final double least;
    private final double greatest;

    private Slopes(double median, double least, double greatest) {
        this.median = median;
        this.least = least;
        this.greatest = greatest;
    }

    /** Over all collections; the sampling error of the whole growth widens the interval. */
    static Slopes of(LiveHistory history, HistoryClock clock, Kendall kendall) {
        int last = history.size() - 1;
        boolean known = isKnown(history);
        double[] middle = pairs(history, clock, 0, last, 1);
        double[] low = known ? middle : pairs(history, clock, 0, last, 0);
        double[] high = known ? middle : pairs(history, clock, 0, last, 2);
        double median = median(middle);
        int s = kendall.critical(TAIL);
        if (s > kendall.pairs()) {
            return new Slopes(median, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        // Hollander and Wolfe, Nonparametric Statistical Methods, 9.3: with C = s − 2 it is from
        // the (N − C)/2-th slope to the one after the (N + C)/2-th.
        int below = (kendall.pairs() - (s - 2)) / 2;
        double noise = SIDE * history.differenceError(0, last)
                / (clock.time(last) - clock.time(0));
        double down = median - low[Math.max(0, below - 1)];
        double up = high[Math.min(high.length - 1, high.length - below)] - median;
        return new Slopes(median, median - Math.hypot(down, noise),
                median + Math.hypot(up, noise));
    }

    private static boolean isKnown(LiveHistory history) {
        for (int i = 0; i < history.size(); i++) {
            if (history.low(i) < history.high(i)) {
                return false;
            }
        }
        return true;
    }

    /** The median slope between some neighbouring collections, the last one included. */
    static double between(LiveHistory history, HistoryClock clock, int first, int last) {
        return median(pairs(history, clock, first, last, 1));
    }

    /** Sorted; halves: 0 for the least, 1 for the middle, 2 for the greatest that pairs allow. */
    private static double[] pairs(LiveHistory history, HistoryClock clock, int first, int last,
            int halves) {
        int size = last - first + 1;
        double[] slopes = new double[size * (size - 1) / 2];
        int n = 0;
        for (int i = first; i <= last; i++) {
            for (int j = i + 1; j <= last; j++) {
                double least = history.low(j) - history.high(i);
                double greatest = history.high(j) - history.low(i);
                slopes[n++] = (least + (greatest - least) * halves / 2)
                        / (clock.time(j) - clock.time(i));
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    static double median(double[] sorted) {
        int size = sorted.length;
        return size == 0 ? 0 : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    double median() {
        return median;
    }

    /** The lower end of the 95 % interval. */
    double least() {
        return least;
    }

    /** Its upper end. */
    double greatest() {
        return greatest;
    }
}
