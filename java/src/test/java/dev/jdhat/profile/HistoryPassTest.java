// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.History.Clock;
import dev.jdhat.profile.History.Row;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories against their definition, on random recordings. */
class HistoryPassTest {
    private static final int SEEDS = 600;

    @TempDir
    private Path folder;

    private int compared;

    @Test
    void everyFigureIsAsDefined() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            History history = new History(seed, seed % 2 == 0);
            Path path = Files.write(folder.resolve("random.jdhat"), history.bytes());
            try (Recording recording = Recording.open(path)) {
                check("seed " + seed, ProfileBuilder.build(recording,
                        ProfileOptions.defaults().withHistory(true)), history);
            }
        }
        assertTrue(compared > 5_000, "compared " + compared);
    }

    private void check(String where, Profile profile, History history) {
        HistoryClock clock = profile.historyClock().orElseThrow();
        checkClock(where, clock, history);
        for (ProgramPoint point : profile.points()) {
            if (point.history().isEmpty()) {
                assertFalse(point.max().known(), where);
                continue;
            }
            IntPredicate sites = site -> point.frames().equals(List.of(
                    "a.C" + history.sites.get(site).type + " (class)",
                    "a.B" + history.sites.get(site).stack + ".m (B.java:10)"));
            checkFigures(where + point.frames(), point.history().get(), clock, history, sites);
        }
    }

    private static void checkClock(String where, HistoryClock clock, History history) {
        int live = 0;
        int full = 0;
        for (Clock each : history.clocks) {
            live += each.is(History.LIVE) ? 1 : 0;
            full += each.is(History.LIVE) && each.is(History.FULL) ? 1 : 0;
        }
        assertEquals(live, clock.collections(), where);
        assertEquals(full, clock.fullCollections(), where);
        assertTrue(full == 0 || clock.full(clock.size() - 1), where);
        NaiveModel model = new NaiveModel(history);
        for (int i = 0; i < clock.size(); i++) {
            Clock point = history.clocks.get(clock.point(i));
            assertEquals(point.time, clock.time(i), where);
            double allocated = model.allocated(row -> row.birth <= point.limit).bytes;
            assertEquals(allocated, clock.allocated(i), 0.01 + allocated * 1e-9, where);
        }
    }

    private void checkFigures(String where, LiveHistory actual, HistoryClock clock,
            History history, IntPredicate sites) {
        NaiveModel model = new NaiveModel(history);
        assertEquals(clock.size(), actual.size(), where);
        for (int i = 0; i < clock.size(); i++) {
            int at = clock.point(i);
            long limit = history.clocks.get(at).limit;
            long before = i == 0 ? -1 : history.clocks.get(clock.point(i - 1)).limit;
            near(where, alive(model, sites, row -> row.birth <= limit, at), actual.high(i));
            int full = nextFull(history, at);
            near(where, full < 0 ? 0 : alive(model, sites, row -> row.birth <= limit, full),
                    actual.low(i));
            int last = clock.point(clock.size() - 1);
            near(where, alive(model, sites, row -> row.birth <= limit && row.birth > before,
                    last), actual.survivors(i));
            compared++;
        }
        checkErrors(where, actual, clock, history, model, sites);
    }

    /** Bytes born as given and not found dead by a clock point. */
    private static double alive(NaiveModel model, IntPredicate sites, Predicate<Row> born,
            int at) {
        return Math.max(0, model.tracked(sites, born.and(row -> isFoundBy(row, at))).bytes);
    }

    private static boolean isFoundBy(Row row, int at) {
        return row.kind != History.DIED || row.before <= at;
    }

    private static int nextFull(History history, int from) {
        for (int i = from; i < history.clocks.size(); i++) {
            Clock clock = history.clocks.get(i);
            if (clock.is(History.LIVE) && clock.is(History.FULL)) {
                return i;
            }
        }
        return -1;
    }

    private static void checkErrors(String where, LiveHistory actual, HistoryClock clock,
            History history, NaiveModel model, IntPredicate sites) {
        for (int i = 1; i < clock.size(); i++) {
            int then = clock.point(i - 1);
            int now = clock.point(i);
            long limitThen = history.clocks.get(then).limit;
            long limitNow = history.clocks.get(now).limit;
            double came = model.tracked(sites, row -> row.birth > limitThen
                    && row.birth <= limitNow && isFoundBy(row, now)).bytesVariance;
            double went = -model.tracked(sites, row -> row.birth <= limitThen
                    && row.kind == History.DIED && row.before > then && row.before <= now)
                    .bytesVariance;
            double both = model.tracked(sites, row -> row.birth <= limitThen
                    && isFoundBy(row, then)).bytesVariance
                    + model.tracked(sites, row -> row.birth <= limitNow
                    && isFoundBy(row, now)).bytesVariance;
            double expected = Math.sqrt(Math.max(0, Math.min(came + went, both)));
            assertEquals(expected, actual.differenceError(i - 1, i), 0.01 + expected * 1e-6,
                    where);
        }
    }

    private static void near(String where, double expected, double actual) {
        assertEquals(expected, actual, 0.51 + expected * 1e-9, where);
    }
}
