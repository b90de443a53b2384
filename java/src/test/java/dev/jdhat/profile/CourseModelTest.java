// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.History.Clock;
import dev.jdhat.profile.History.Row;
import dev.jdhat.profile.History.SiteFacts;
import dev.jdhat.profile.History.Window;
import dev.jdhat.profile.NaiveModel.Amount;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course of random recordings against its definition, and its sums against the profile's. */
class CourseModelTest {
    @TempDir
    private Path folder;

    @Test
    void exactRecordings() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            check("seed " + seed, new History(seed, true));
        }
    }

    @Test
    void sampledAndThinnedRecordings() throws IOException {
        for (long seed = 1000; seed < 1300; seed++) {
            check("seed " + seed, new History(seed, false));
        }
    }

    private void check(String where, History history) throws IOException {
        Path file = Files.write(folder.resolve("random.jdhat"), history.bytes());
        try (Recording recording = Recording.open(file)) {
            check(where, recording, Selection.all(), history);
            for (int id = 1; id <= history.windows.size(); id++) {
                Window window = history.windows.get(id - 1);
                check(where + ", window " + id, recording, Selection.all().withWindow(id),
                        Part.of(history, window));
            }
        }
    }

    private static void check(String where, Recording recording, Selection selection,
            History history) throws IOException {
        CourseBuilder builder = CourseBuilder.of(recording,
                ProfileOptions.defaults().withSelection(selection));
        Profile profile = builder.profile();
        Course course = builder.course(profile, profile.points());
        checkCurve(where, course.curve(), history);
        checkEdges(where, course.edges(), profile);
        for (ProgramPoint point : profile.points()) {
            String here = where + ", " + point.frames();
            Fate fate = course.fate(point).orElseThrow();
            checkSums(here, point, fate, course.edges().length - 1);
            if (history.exact) {
                assertEquals(cohorts(course.edges(), history, point), fate.cohorts(), here);
                checkAges(here, point.survivorAges(), fate.survivorAges());
            }
        }
        Profile half = profile.keeping(point -> profile.points().indexOf(point) % 2 == 0);
        Curve curve = builder.course(half, List.of()).curve();
        assertEquals(half.total().bytes(), curve.allocated(curve.size() - 1).bytes(),
                1 + half.points().size(), where);
    }

    private static void checkCurve(String where, Curve curve, History history) {
        NaiveModel model = new NaiveModel(history);
        IntPredicate all = any -> true;
        int clocks = history.clocks.size();
        assertEquals(clocks + 1, curve.size(), where);
        for (int i = 0; i < clocks; i++) {
            Clock clock = history.clocks.get(i);
            assertEquals(clock.time, curve.time(i), where);
            assertEquals(clock.is(History.LIVE), curve.live(i).known(), where);
            if (clock.is(History.LIVE)) {
                near(where + " live " + i, model.at(PeakKind.LIVE, i, all), curve.live(i));
            }
            assertTrue(!clock.is(History.LIVE) || curve.collection(i) != Curve.NO_COLLECTION,
                    where);
            near(where + " occupied " + i, model.at(PeakKind.OCCUPIED, i, all), curve.occupied(i));
            Amount later = model.bornSince(clock.last, all);
            assertEquals(model.total(all).bytes - later.bytes, curve.allocated(i).bytes(), 1,
                    where);
        }
        assertEquals(history.end, curve.time(clocks), where);
        near(where + " total", model.total(all), curve.allocated(clocks));
    }

    private static void near(String where, Amount expected, Figure actual) {
        assertEquals(expected.bytes, actual.bytes(), 0.51 + expected.bytes * 1e-9, where);
        assertEquals(expected.blocks, actual.blocks(), 0.51 + expected.blocks * 1e-9, where);
    }

    private static void checkEdges(String where, long[] edges, Profile profile) {
        assertEquals(0, edges[0], where);
        assertEquals(profile.info().timeAtEnd(), edges[edges.length - 1], where);
        assertEquals(edges.length, Arrays.stream(edges).sorted().distinct().count(), where);
        assertTrue(edges.length <= 61, where);
    }

    private static void checkSums(String where, ProgramPoint point, Fate fate, int buckets) {
        long[] all = new long[2];
        long[] alive = new long[2];
        for (Cohort cohort : fate.cohorts()) {
            assertTrue(cohort.born() >= 0 && cohort.born() < buckets, where + cohort);
            assertTrue(cohort.died() < 0 || cohort.died() >= cohort.born()
                    && cohort.died() < buckets, where + cohort);
            assertTrue(cohort.bytes() >= 0 && cohort.blocks() >= 0, where + cohort);
            add(all, cohort.bytes(), cohort.blocks());
            if (cohort.died() == Cohort.ALIVE) {
                add(alive, cohort.bytes(), cohort.blocks());
            }
        }
        Figure total = point.total();
        Figure end = point.atEnd();
        assertEquals(Math.max(total.bytes(), end.bytes()), all[0], where);
        assertEquals(Math.max(total.blocks(), end.blocks()), all[1], where);
        assertEquals(end.bytes(), alive[0], where);
        assertEquals(end.blocks(), alive[1], where);
        assertEquals(List.of(new Portion(0, total.bytes(), total.blocks())), fate.sizes(), where);
        assertEquals(end.bytes(), fate.survivorAges().stream().mapToLong(Portion::bytes).sum());
        assertEquals(end.blocks(), fate.survivorAges().stream().mapToLong(Portion::blocks).sum());
    }

    private static void add(long[] sums, long bytes, long blocks) {
        sums[0] += bytes;
        sums[1] += blocks;
    }

    private static void checkAges(String where, Ages ages, List<Portion> portions) {
        assertEquals(ages == null, portions.isEmpty(), where);
        if (ages != null) {
            assertEquals(ages.least(), portions.get(0).least(), where);
            assertEquals(ages.greatest(), portions.get(portions.size() - 1).least(), where);
        }
    }

    /** Every row put into its buckets, by the definition. */
    private static List<Cohort> cohorts(long[] edges, History history, ProgramPoint point) {
        Map<Integer, Map<Integer, long[]>> sums = new TreeMap<>();
        int last = history.clocks.size();
        int end = finalPoint(history);
        Clock clock = end == Integer.MAX_VALUE ? null : history.clocks.get(end);
        long limit = clock == null ? Long.MAX_VALUE
                : clock.is(History.LIVE) ? clock.limit : clock.last;
        for (Row row : history.rows) {
            if (!frames(history.sites.get(row.site)).equals(point.frames())) {
                continue;
            }
            int closing = 0;
            while (closing < last && history.clocks.get(closing).last < row.birth) {
                closing++;
            }
            boolean byEnd = row.birth <= limit;
            Map<Integer, long[]> births = sums.computeIfAbsent(
                    bucket(edges, time(history, closing)), any -> new TreeMap<>());
            int undead = byEnd ? Cohort.ALIVE : Cohort.UNKNOWN;
            if (row.kind == History.TRACKED) {
                add(births.computeIfAbsent(undead, any -> new long[2]), row.bytes, row.blocks);
            } else if (!byEnd || row.before <= end) {
                add(births.computeIfAbsent(undead, any -> new long[2]), -row.bytes, -row.blocks);
                int died = bucket(edges, time(history, Math.max(closing, row.before)));
                add(births.computeIfAbsent(died, any -> new long[2]), row.bytes, row.blocks);
            }
        }
        List<Cohort> cohorts = new ArrayList<>();
        sums.forEach((born, deaths) -> deaths.forEach((died, sum) -> {
            if (sum[1] > 0) {
                cohorts.add(new Cohort(born, died, sum[0], sum[1]));
            }
        }));
        return cohorts;
    }

    private static int finalPoint(History history) {
        int last = Integer.MAX_VALUE;
        for (int i = 0; i < history.clocks.size(); i++) {
            last = history.clocks.get(i).is(History.FINAL) ? i : last;
        }
        return last;
    }

    private static long time(History history, int clock) {
        return clock < history.clocks.size() ? history.clocks.get(clock).time : history.end;
    }

    private static int bucket(long[] edges, long time) {
        int bucket = 0;
        while (edges[bucket + 1] < time) {
            bucket++;
        }
        return bucket;
    }

    private static List<String> frames(SiteFacts site) {
        return List.of("a.C" + site.type + " (class)", "a.B" + site.stack + ".m (B.java:10)");
    }
}
