// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.History.Clock;
import dev.jdhat.profile.History.SiteFacts;
import dev.jdhat.profile.NaiveModel.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Compares each figure of a profile with its definition. */
final class ModelCheck {
    private static final IntPredicate ALL = any -> true;

    private ModelCheck() {
    }

    static void check(String where, Profile profile, PeakKind kind, History history) {
        NaiveModel model = new NaiveModel(history);
        checkWhole(where, profile, history, model);
        checkMarks(where, profile, history, model);
        for (ProgramPoint point : profile.points()) {
            checkPoint(where + ", " + point.frames(), point, kind, history, model);
        }
    }

    private static void checkMarks(String where, Profile profile, History history,
            NaiveModel model) {
        List<String> names = new ArrayList<>();
        history.marks.forEach(mark -> names.add(mark.name));
        assertEquals(names, profile.marks(), where);
        for (int i = 0; i < names.size(); i++) {
            if (names.lastIndexOf(names.get(i)) > i) {
                continue;
            }
            long epoch = history.marks.get(i).epoch;
            Profile since = profile.bornSince(names.get(i));
            near(where + " since", model.bornSince(epoch, ALL), since.total(),
                    since.points().size());
            for (ProgramPoint point : since.points()) {
                IntPredicate sites = sites(history, point);
                near(where + " since", model.bornSince(epoch, sites), point.total(), 1);
                assertEquals(model.known(sites), point.atEnd().known(), where);
                if (model.known(sites)) {
                    near(where + " alive", model.aliveSince(epoch, sites), point.atEnd(), 1);
                }
            }
        }
    }

    private static void checkSettles(String where, ProgramPoint point, History history,
            NaiveModel model) {
        int next = 0;
        for (Clock clock : history.clocks) {
            if (!clock.settle) {
                continue;
            }
            Figure figure = point.atSettles().get(next++);
            boolean live = clock.is(History.LIVE) && model.known(sites(history, point));
            assertEquals(live, figure.known(), where);
            if (live) {
                near(where + " settle " + next, model.at(PeakKind.LIVE,
                        history.clocks.indexOf(clock), sites(history, point)), figure, 1);
            }
        }
        assertEquals(next, point.atSettles().size(), where);
    }

    private static void checkWhole(String where, Profile profile, History history,
            NaiveModel model) {
        int rounding = profile.points().size();
        near(where + " total", model.total(ALL), profile.total(), rounding);
        near(where + " end", model.atEnd(ALL), profile.atEnd(), rounding);
        int live = model.largest(PeakKind.LIVE, ALL, any -> true);
        near(where + " live", model.at(PeakKind.LIVE, live, ALL),
                profile.livePeak().orElseThrow().figure(), rounding);
        int occupied = model.largest(PeakKind.OCCUPIED, ALL, any -> true);
        near(where + " occupied", model.at(PeakKind.OCCUPIED, occupied, ALL),
                profile.occupiedPeak().orElseThrow().figure(), rounding);
        if (!history.clocks.isEmpty()) {
            assertEquals(history.clocks.get(live).time, profile.livePeak().get().time(), where);
            assertEquals(history.clocks.get(occupied).time, profile.occupiedPeak().get().time(),
                    where);
            boolean full = history.clocks.get(live).is(History.FULL);
            assertEquals(!full, profile.livePeak().get().upperBound(), where);
            checkFull(where, profile, history, model, full);
        }
    }

    private static void checkFull(String where, Profile profile, History history,
            NaiveModel model, boolean liveIsFull) {
        int full = model.largest(PeakKind.LIVE, ALL,
                point -> history.clocks.get(point).is(History.FULL));
        double most = profile.livePeak().orElseThrow().figure().bytes();
        if (profile.fullLivePeak().isPresent()) {
            near(where + " full", model.at(PeakKind.LIVE, full, ALL),
                    profile.fullLivePeak().get().figure(), 1);
            assertTrue(!liveIsFull && profile.fullLivePeak().get().figure().bytes() < most, where);
        } else if (full >= 0 && !liveIsFull) {
            assertTrue(model.at(PeakKind.LIVE, full, ALL).bytes > 0.95 * most - 2, where);
        }
    }

    private static void checkPoint(String where, ProgramPoint point, PeakKind kind,
            History history, NaiveModel model) {
        IntPredicate sites = sites(history, point);
        near(where + " total", model.total(sites), point.total(), 1);
        assertEquals(model.samples(sites), point.samples(), where);
        assertEquals(model.known(sites), point.atEnd().known(), where);
        checkSettles(where, point, history, model);
        if (!model.known(sites)) {
            return;
        }
        int peak = model.largest(kind, ALL, any -> true);
        near(where + " peak", model.at(kind, peak, sites), point.atPeak(), 1);
        near(where + " end", model.atEnd(sites), point.atEnd(), 1);
        int own = model.largest(kind, sites, any -> true);
        near(where + " max", model.at(kind, own, sites), point.max(), 1);
        assertTrue(point.max().bytes() >= point.atPeak().bytes(), where);
        double[] lives = model.lives(sites);
        assertEquals(lives[0], point.lifetime(), 1 + lives[0] * 1e-9, where);
        assertEquals(lives[1], point.lifetimeMax(), 1 + lives[1] * 1e-9, where);
        assertEquals(lives[2], point.temporaryBlocks(), 1, where);
        same(where + " deaths", model.deathAges(sites), point.deathAges());
        same(where + " survivors", model.survivorAges(sites), point.survivorAges());
    }

    private static IntPredicate sites(History history, ProgramPoint point) {
        return site -> frames(history.sites.get(site)).equals(point.frames());
    }

    private static List<String> frames(SiteFacts site) {
        return List.of("a.C" + site.type + " (class)", "a.B" + site.stack + ".m (B.java:10)");
    }

    private static void same(String where, long[] expected, Ages ages) {
        long[] actual = ages == null ? null : new long[] {ages.least(), ages.greatest()};
        assertArrayEquals(expected, actual, where);
        if (ages != null) {
            assertTrue(ages.mean() >= ages.least() - 1e-9, where + ages);
        }
    }

    private static void near(String where, Amount expected, Figure actual, int rounding) {
        assertTrue(actual.known(), where);
        assertEquals(expected.bytes, actual.bytes(), 0.51 * rounding + expected.bytes * 1e-9,
                where + " bytes");
        assertEquals(expected.blocks, actual.blocks(), 0.51 * rounding + expected.blocks * 1e-9,
                where + " blocks");
        double error = Math.sqrt(Math.max(0, expected.bytesVariance));
        assertEquals(error, actual.bytesError(), 0.01 + error * 1e-6, where + " bytes error");
        error = Math.sqrt(Math.max(0, expected.blocksVariance));
        assertEquals(error, actual.blocksError(), 0.01 + error * 1e-6, where + " blocks error");
    }
}
