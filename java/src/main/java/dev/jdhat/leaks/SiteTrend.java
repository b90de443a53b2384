// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.ProgramPoint;
import java.util.Comparator;

/** A site and what it does over time; immutable. */
public final class SiteTrend {
    /** What is as unlikely as this to be chance is as good as certain: then growth decides. */
    private static final double CERTAIN = 0.001;

    /** Evidence before growth: see {@link LeakReport#sites}. */
    static final Comparator<SiteTrend> MOST_SUSPICIOUS_FIRST = Comparator
            .comparing(SiteTrend::verdict)
            .thenComparing(site -> site.verdict() == Verdict.GROWING && site.chance() > CERTAIN)
            .thenComparing(SiteTrend::doubt)
            .thenComparing(Comparator.comparingLong((SiteTrend site) -> site.growth().least())
                    .thenComparingLong(SiteTrend::live).thenComparingLong(SiteTrend::most)
                    .reversed());

    private final ProgramPoint point;
    private final Verdict verdict;
    private final String reason;
    private final double chance;
    private final Growth growth;

    SiteTrend(ProgramPoint point, Verdict verdict, String reason, double chance, Growth growth) {
        this.point = point;
        this.verdict = verdict;
        this.reason = reason;
        this.chance = chance;
        this.growth = growth;
    }

    private double doubt() {
        return verdict == Verdict.NOT_ENOUGH ? chance : 0;
    }

    public ProgramPoint point() {
        return point;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Why, in words and with the figures that decided; a sentence without a full stop. */
    public String reason() {
        return reason;
    }

    /** Bytes that were live after the last collection that was judged; an upper bound. */
    public long live() {
        LiveHistory history = history();
        return history.size() == 0 ? 0 : (long) history.high(history.size() - 1);
    }

    /** The most bytes that it held after a collection that was judged. */
    public long most() {
        return (long) history().most();
    }

    /** What it held after each collection. */
    public LiveHistory history() {
        return point.history().orElseThrow();
    }

    /**
     * Of the sites that rise at least as clearly, the share that chance alone makes rise, 0 to 1:
     * the value of Mann and Kendall's test, adjusted for the number of sites that were tested.
     */
    public double chance() {
        return chance;
    }

    /** How fast it grows; {@link Growth#NONE} unless the verdict is GROWING. */
    public Growth growth() {
        return growth;
    }

    @Override
    public String toString() {
        return verdict.text() + ": " + reason + " at " + point.frames();
    }
}
