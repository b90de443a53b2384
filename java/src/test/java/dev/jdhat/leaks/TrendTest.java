// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final double MINUTE = 60e6;

    private static Trend trend(LiveHistory history) {
        return new Trend(history, Series.clock(history.size()), new Kendall(history.size()));
    }

    private static Slopes slopes(LiveHistory history) {
        Kendall kendall = new Kendall(history.size());
        return Slopes.of(history, Series.clock(history.size()), kendall);
    }

    @Test
    void aLineHasItsSlopeAndAnOutlierDoesNotMatter() {
        Slopes line = slopes(Series.exact(30, 60, 90, 120, 150, 180, 210, 240));
        assertEquals(30, line.median() * MINUTE, 1e-9);
        assertEquals(30, line.least() * MINUTE, 1e-9);
        assertEquals(30, line.greatest() * MINUTE, 1e-9);
        Slopes outlier = slopes(Series.exact(30, 60, 90, 9_000, 150, 180, 210, 240));
        assertEquals(30, outlier.median() * MINUTE, 1e-9);
    }

    /**
     * By hand: the slopes of 1 3 2 5 8 are −1, 1/2, 1, 4/3, 5/3, 7/4, 2, 3, 3, 3. Of 120 orders one
     * has S 10 and four have S 8, so that 95 % reach from the first to the last.
     */
    @Test
    void fiveCollections() {
        Slopes slopes = slopes(Series.exact(1, 3, 2, 5, 8));
        assertEquals((5 / 3.0 + 7 / 4.0) / 2, slopes.median() * MINUTE, 1e-9);
        assertEquals(-1, slopes.least() * MINUTE, 1e-9);
        assertEquals(3, slopes.greatest() * MINUTE, 1e-9);
    }

    @Test
    void withTooFewCollectionsTheIntervalIsEverything() {
        Slopes slopes = slopes(Series.exact(1, 2, 3));
        assertEquals(Double.NEGATIVE_INFINITY, slopes.least());
        assertEquals(Double.POSITIVE_INFINITY, slopes.greatest());
    }

    /** The line of 10 a minute over 7 minutes, whose ends differ by 70 ± 7: ± 1.96 a minute. */
    @Test
    void samplingWidensTheInterval() {
        double[] live = {10, 20, 30, 40, 50, 60, 70, 80};
        double[] variances = {1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9};
        double[] changes = {1e9, 7, 7, 7, 7, 7, 7, 7};
        LiveHistory sampled = new LiveHistory(live, live, variances, changes, live);
        assertEquals(7, sampled.differenceError(0, 7), 1e-9);
        Slopes slopes = slopes(sampled);
        assertEquals(10, slopes.median() * MINUTE, 1e-9);
        assertEquals(10 - 1.96, slopes.least() * MINUTE, 1e-9);
        assertEquals(10 + 1.96, slopes.greatest() * MINUTE, 1e-9);
    }

    @Test
    void whatTheFiguresShareWasSampledOnce() {
        double[] live = {100, 100};
        LiveHistory steady = new LiveHistory(live, live, new double[] {16, 16},
                new double[] {16, 0}, live);
        assertEquals(0, steady.differenceError(0, 1));
        LiveHistory replaced = new LiveHistory(live, live, new double[] {9, 16},
                new double[] {9, 1_000}, live);
        assertEquals(5, replaced.differenceError(0, 1));
    }

    /** Six of seven: (7 + 1) / 128, as the coin has it. */
    @Test
    void risesAreCountedLikeCoins() {
        Trend trend = trend(Series.exact(1, 2, 3, 2.5, 4, 5, 6, 7));
        assertEquals("6 of 7", trend.rises() + " of " + trend.steps());
        assertEquals(8 / 128.0, trend.stepProbability(), 1e-12);
        assertEquals(6, trend.growth());
        assertTrue(trend.stepsAreCollections());
    }

    @Test
    void anEqualStepIsNone() {
        Trend trend = trend(Series.exact(1, 1, 2, 2, 2, 3, 3, 3));
        assertEquals("2 of 2", trend.rises() + " of " + trend.steps());
        assertEquals(0.25, trend.stepProbability(), 1e-12);
        Trend flat = trend(Series.exact(5, 5, 5, 5, 5, 5, 5, 5));
        assertEquals(1, flat.stepProbability());
        assertTrue(flat.probability() > 0.5);
    }

    /** The upper bound rises, and all of it may be garbage but for the first 1. */
    @Test
    void whatIsNotCertainIsNoRise() {
        double[] high = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] low = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] none = new double[8];
        Trend trend = trend(new LiveHistory(high, low, none, none, none));
        assertEquals("0 of 7", trend.rises() + " of " + trend.steps());
        assertTrue(trend.probability() > 0.5);
        assertEquals(new Kendall(8).atLeast(28), trend.possible(), 1e-15);
        assertEquals(0, trend.growth());
    }

    /** Beyond 15 collections neighbours stand together, by their median. */
    @Test
    void manyCollectionsAreGrouped() {
        double[] live = new double[45];
        for (int i = 0; i < live.length; i++) {
            live[i] = i / 3 + (i % 3 == 0 ? 1_000 : 0);
        }
        Trend trend = trend(Series.exact(live));
        assertEquals("14 of 14", trend.rises() + " of " + trend.steps());
        assertEquals(14, trend.growth());
    }

    /** Where the program does nothing from the 12th of 20 collections on, the 9th begins it. */
    @Test
    void aProgramThatStandsStillProvesNothing() {
        long[] times = new long[20];
        boolean[] full = new boolean[20];
        double[] allocated = new double[20];
        double[] live = new double[20];
        for (int i = 0; i < 20; i++) {
            times[i] = (i + 1) * 60_000_000L;
            full[i] = true;
            allocated[i] = Math.min(i, 11) * 1e6;
            live[i] = Math.min(i, 11);
        }
        LiveHistory history = Series.exact(live);
        Kendall kendall = new Kendall(20);
        assertTrue(new Trend(history, HistoryClock.of(times, full, allocated), kendall)
                .recentSlope() * MINUTE > 0.1);
        assertEquals(0, new Trend(history, Series.clock(20), kendall).recentSlope());
    }

    @Test
    void theLastQuarterIsRecent() {
        double[] live = new double[41];
        for (int i = 0; i < live.length; i++) {
            live[i] = Math.min(i, 30);
        }
        assertEquals(0, trend(Series.exact(live)).recentSlope());
        live[40] = 400;
        assertEquals(0, trend(Series.exact(live)).recentSlope());
        assertEquals(1, trend(Series.exact(0, 0, 0, 0, 1, 2, 3, 4)).recentSlope() * MINUTE, 1e-9);
    }
}
