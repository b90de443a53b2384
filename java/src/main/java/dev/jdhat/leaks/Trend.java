// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import java.util.Arrays;

/**
 * Whether the history of one site rises. Collections are compared by what is certain of them: one
 * is above another when the least it can have held is more than the most that the other can.
 */
final class Trend {
    /** So many groups of neighbouring collections are compared step by step. */
    static final int GROUPS = 15;

    /** In the last quarter of what the program allocated a growth must still be seen. */
    private static final double RECENT = 0.75;
    /** What comes behind this share is a program that stands still. */
    private static final double ALL = 0.99;
    private static final int FEWEST_RECENT = 4;

    private final LiveHistory history;
    private final HistoryClock clock;
    private final int size;
    private final double probability;
    private final double possible;
    private int rises;
    private int possibleRises;
    private int steps;
    private double growth;
    private Slopes slopes;

    Trend(LiveHistory history, HistoryClock clock, Kendall kendall) {
        this.history = history;
        this.clock = clock;
        size = history.size();
        probability = kendall.atLeast(pairsAbove(true));
        possible = kendall.atLeast(pairsAbove(false));
        walk();
    }

    /** Mann and Kendall's S: pairs of which the later is above, less those it is below. */
    private int pairsAbove(boolean certain) {
        int s = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double first = history.high(i);
                double firstLeast = certain ? history.low(i) : first;
                double second = history.high(j);
                double secondLeast = certain ? history.low(j) : second;
                s += secondLeast > first ? 1 : second < firstLeast ? -1 : 0;
            }
        }
        return s;
    }

    /** From group to group: a step that cannot be told counts as no rise, an equal one not. */
    private void walk() {
        int groups = Math.min(size, GROUPS);
        double before = 0;
        double beforeLeast = 0;
        double first = 0;
        for (int group = 0; group < groups; group++) {
            int from = group * size / groups;
            int to = (group + 1) * size / groups;
            double now = median(from, to, false);
            double nowLeast = median(from, to, true);
            if (group == 0) {
                first = now;
            } else {
                boolean equal = now == before && nowLeast == now && beforeLeast == before;
                steps += equal ? 0 : 1;
                rises += nowLeast > before ? 1 : 0;
                possibleRises += now > before ? 1 : 0;
            }
            before = now;
            beforeLeast = nowLeast;
        }
        growth = beforeLeast - first;
    }

    private double median(int from, int to, boolean least) {
        double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = least ? history.low(i) : history.high(i);
        }
        Arrays.sort(values);
        return Slopes.median(values);
    }

    /** Finds the slope and its interval, which takes as many steps as there are pairs. */
    Trend withSlopes(Kendall kendall) {
        if (slopes == null) {
            slopes = Slopes.of(history, clock, kendall);
        }
        return this;
    }

    /** The probability that values in random order rise so clearly; for what is certain. */
    double probability() {
        return probability;
    }

    /** The same of the upper bounds: when it is not small, no growth is hidden in them. */
    double possible() {
        return possible;
    }

    /** Steps from one group to the next that certainly rise. */
    int rises() {
        return rises;
    }

    /** Steps that rise by the upper bounds, whether that is certain or not. */
    int possibleRises() {
        return possibleRises;
    }

    /** All steps but those between equal groups. */
    int steps() {
        return steps;
    }

    /** Whether the groups are single collections. */
    boolean stepsAreCollections() {
        return size <= GROUPS;
    }

    /**
     * The probability of so many rises when each step is up or down like a coin (the sign test).
     * It holds for sums of independent changes, too, which wander far and rise by chance.
     */
    double stepProbability() {
        double term = Math.pow(0.5, steps);
        double sum = 0;
        for (int k = steps; k >= rises; k--) {
            sum += term;
            term *= (double) k / (steps - k + 1);
        }
        return sum;
    }

    /** Bytes by which the last group is certainly above the first. */
    double growth() {
        return growth;
    }

    /** One standard error of the growth, from sampling. */
    double growthError() {
        return history.differenceError(0, size - 1);
    }

    Slopes slopes() {
        return slopes;
    }

    /** The median slope over all collections. */
    double slope() {
        return slopes != null ? slopes.median() : Slopes.between(history, clock, 0, size - 1);
    }

    /**
     * The median slope over the last quarter of what the program allocated: while it stands still
     * nothing grows, and that proves nothing.
     */
    double recentSlope() {
        int to = firstWith(ALL);
        int from = Math.max(0, Math.min(firstWith(RECENT), to + 1 - FEWEST_RECENT));
        return Slopes.between(history, clock, from, Math.max(to, FEWEST_RECENT - 1));
    }

    /** The first collection by which the program had allocated this share of it all. */
    private int firstWith(double share) {
        double first = clock.allocated(0);
        double amount = first + share * (clock.allocated(size - 1) - first);
        int at = 0;
        while (clock.allocated(at) < amount) {
            at++;
        }
        return at;
    }
}
