// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.InWords;
import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.ProgramPoint;

/** Why a site has its verdict, in words. */
final class Reasons {
    /** As much of the most that a site ever held is called full. */
    private static final double FULL = 0.95;

    private final ProgramPoint point;
    private final LiveHistory history;
    private final HistoryClock clock;
    private final Trend trend;
    private final int last;

    Reasons(ProgramPoint point, LiveHistory history, HistoryClock clock, Trend trend) {
        this.point = point;
        this.history = history;
        this.clock = clock;
        this.trend = trend;
        last = history.size() - 1;
    }

    String tooFew(int enough) {
        return "there " + (last == 0 ? "is " : "are ") + InWords.counted(last + 1, "collection")
                + " to judge it by, and " + enough + " are needed";
    }

    /** Replaced: next to nothing of what is live is old. */
    String growing(boolean replaced) {
        Growth growth = Growth.of(trend.slopes());
        Ages ages = point.survivorAges();
        return rose() + ", by " + Words.size(growth.perHour()) + " an hour ("
                + Words.size(growth.least()) + " to " + Words.size(growth.greatest()) + "); "
                + (replaced ? "its blocks are replaced by more or by larger ones"
                        : "what is live was born in " + bornIn() + " of "
                                + InWords.counted(last + 1, "span") + " between collections")
                + (replaced || ages == null ? "" : ", and its oldest blocks have survived "
                        + (ages.greatest() > 4 ? "at least " : "")
                        + InWords.counted(ages.greatest(), "collection"));
    }

    private int bornIn() {
        int spans = 0;
        for (int i = 0; i <= last; i++) {
            spans += history.survivors(i) > 0 ? 1 : 0;
        }
        return spans;
    }

    private String rose() {
        return "rose in " + trend.rises() + " of " + InWords.counted(trend.steps(), "step")
                + (trend.stepsAreCollections() ? " between collections"
                        : " between " + Trend.GROUPS + " groups of collections");
    }

    String spike() {
        int at = 0;
        while (history.high(at) < history.most()) {
            at++;
        }
        return "held " + Words.size(history.most()) + " " + InWords.time(clock.time(at))
                + " after the start, of which " + Words.size(history.high(last)) + " are left";
    }

    String churn() {
        return temporary() + ", and next to nothing of the rest has lived through the last two of "
                + InWords.counted(last + 1, "collection");
    }

    String garbage() {
        return temporary() + ", and none was live after any of "
                + InWords.counted(last + 1, "collection");
    }

    private String temporary() {
        long blocks = Math.max(1, point.total().blocks());
        long percent = Math.min(100, (long) (100.0 * point.temporaryBlocks() / blocks));
        return "of its " + InWords.counted(blocks, "block") + " " + percent
                + " % were dead at the first collection that examined them";
    }

    String isNew() {
        return "it was not there before the last two of " + InWords.counted(last + 1, "collection");
    }

    /** It grew and does no longer. */
    String full() {
        int at = 0;
        while (history.high(at) < FULL * history.most()) {
            at++;
        }
        boolean fell = history.high(last) < FULL * history.most();
        return "grew until " + InWords.time(clock.time(at)) + " after the start"
                + (fell ? ", to " + Words.size(history.most()) + "," : "")
                + " and no more since: it holds " + Words.size(history.high(last));
    }

    String steady() {
        if (isFullSince()) {
            return full();
        }
        double least = history.high(last);
        for (int i = 0; i <= last; i++) {
            least = Math.min(least, history.high(i));
        }
        String held = least == history.most() ? Words.size(least)
                : Words.size(least) + " to " + Words.size(history.most());
        return "held " + held + " at " + InWords.counted(last + 1, "collection") + "; "
                + (trend.steps() == 0 ? "that never changed" : rose());
    }

    /** Whether it held little first, then much, and never less again. */
    private boolean isFullSince() {
        double much = FULL * history.most();
        int at = 0;
        while (history.high(at) < much) {
            at++;
        }
        boolean filled = at > 0;
        for (; at <= last; at++) {
            filled &= history.high(at) >= much;
        }
        return filled;
    }

    String noneFull() {
        return "none of " + InWords.counted(clock.collections(), "collection") + " was full: what"
                + " seems to grow, to " + Words.size(history.high(last)) + ", may be old garbage";
    }

    String noise() {
        return "grew by " + Words.size(trend.growth()) + " from the first collections to the last,"
                + " and sampling alone may make that: its standard error is "
                + Words.size(trend.growthError());
    }

    /** Between full collections garbage may count that the next one finds. */
    String bounds() {
        return rose() + " for certain, and in " + trend.possibleRises() + " by its upper bounds,"
                + " to " + Words.size(history.high(last)) + ": between full collections, of which"
                + " there " + (clock.fullCollections() == 1 ? "was 1" : "were "
                        + InWords.count(clock.fullCollections())) + ", old garbage counts";
    }

    /** Chance: of the sites that rise as clearly, the share that does so by chance. */
    String unsure(double chance) {
        return rose() + ", to " + Words.size(history.high(last)) + "; chance alone makes a site do"
                + " so " + Words.odds(trend.stepProbability()) + " times"
                + (chance <= Judge.SURE ? "" : ", and of the sites that rise as clearly "
                        + Math.round(100 * chance) + " % may be chance");
    }
}
