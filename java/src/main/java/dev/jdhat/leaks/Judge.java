// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.ProgramPoint;

/** Decides what one site does; docs/leaks.md has the criteria in words. */
final class Judge {
    /** With fewer collections nothing is decided. */
    static final int ENOUGH = 8;
    /** The largest share of errors among what is called growing, and of each single test. */
    static final double SURE = 0.01;

    /** A growth of fewer standard errors is no more than sampling makes. */
    private static final double NOISE = 3;
    /** A growth goes on when the last quarter has this share of the whole slope. */
    private static final double STILL = 0.25;
    /** A rise that chance makes more often than this is none. */
    private static final double POSSIBLE = 0.1;
    /** Of the mean that a site holds: what lives on, if not more, is next to nothing. */
    private static final double LITTLE = 0.05;
    /** Blocks are young up to so many collections. */
    private static final int YOUNG = 2;

    private final ProgramPoint point;
    private final LiveHistory history;
    private final HistoryClock clock;
    private final Kendall kendall;
    private final Trend trend;
    private final double chance;
    private final Reasons reasons;

    Judge(ProgramPoint point, HistoryClock clock, Kendall kendall, Trend trend, double chance) {
        this.point = point;
        this.clock = clock;
        this.kendall = kendall;
        this.trend = trend;
        this.chance = chance;
        history = point.history().orElseThrow();
        reasons = new Reasons(point, history, clock, trend);
    }

    SiteTrend judged() {
        if (history.size() < ENOUGH) {
            return site(Verdict.NOT_ENOUGH, reasons.tooFew(ENOUGH));
        }
        if (history.most() == 0) {
            return site(Verdict.CHURN, reasons.garbage());
        }
        boolean risen = hasRisen();
        if (risen && isRising()) {
            return new SiteTrend(point, Verdict.GROWING,
                    reasons.growing(survivors() <= LITTLE * mean()), chance,
                    Growth.of(trend.slopes()));
        }
        if (isSpike()) {
            return site(Verdict.SPIKE, reasons.spike());
        }
        if (isChurn()) {
            return site(Verdict.CHURN, reasons.churn());
        }
        if (isNew()) {
            return site(Verdict.NOT_ENOUGH, reasons.isNew());
        }
        if (risen) {
            return site(Verdict.PLATEAU, reasons.full());
        }
        return trend.possible() <= POSSIBLE ? doubtful() : site(Verdict.PLATEAU, reasons.steady());
    }

    private SiteTrend doubtful() {
        if (!isRising()) {
            return site(Verdict.PLATEAU, reasons.full());
        }
        if (clock.fullCollections() == 0) {
            return site(Verdict.NOT_ENOUGH, reasons.noneFull());
        }
        boolean noise = trend.growth() > 0 && trend.growth() <= NOISE * trend.growthError();
        boolean bounds = trend.possibleRises() > trend.rises();
        return site(Verdict.NOT_ENOUGH, noise ? reasons.noise()
                : bounds ? reasons.bounds() : reasons.unsure(chance));
    }

    private SiteTrend site(Verdict verdict, String reason) {
        return new SiteTrend(point, verdict, reason, chance, Growth.NONE);
    }

    /** Whether it certainly rose, chance and sampling considered. */
    private boolean hasRisen() {
        return chance <= SURE && trend.stepProbability() <= SURE
                && trend.growth() > NOISE * trend.growthError()
                && trend.withSlopes(kendall).slopes().least() > 0;
    }

    /** Whether the slope of all, if it is one, is still to be seen in the last quarter. */
    private boolean isRising() {
        double slope = trend.slope();
        return slope > 0 && trend.recentSlope() >= STILL * slope;
    }

    private boolean isSpike() {
        double most = history.most();
        return most >= point.total().bytes() / 2.0 && live() <= most / 2;
    }

    /** Most of it died at once, and what lives now was born of late. */
    private boolean isChurn() {
        return point.temporaryBlocks() >= point.total().blocks() / 2.0
                && live() <= point.total().bytes() / 2.0 && survivors() <= LITTLE * mean();
    }

    /** Whether nothing of it was there but at the last collections. */
    private boolean isNew() {
        for (int i = 0; i < history.size() - YOUNG; i++) {
            if (history.high(i) > 0) {
                return false;
            }
        }
        return live() > 0;
    }

    private double live() {
        return history.high(history.size() - 1);
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < history.size(); i++) {
            sum += history.high(i);
        }
        return sum / history.size();
    }

    /** What is live and older than the last collections. */
    private double survivors() {
        double sum = 0;
        for (int i = 0; i < history.size() - YOUNG; i++) {
            sum += history.survivors(i);
        }
        return sum;
    }
}
