// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import static dev.jdhat.leaks.Series.MB;
import static dev.jdhat.leaks.Series.clock;
import static dev.jdhat.leaks.Series.exact;
import static dev.jdhat.leaks.Series.mb;
import static dev.jdhat.leaks.Series.report;
import static dev.jdhat.leaks.Series.site;
import static dev.jdhat.leaks.Series.surviving;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One site of each kind, and what is said of it. */
class LeakReportTest {
    private static final int SIZE = 20;

    private static double[] values(IntToDoubleFunction megabytes) {
        return IntStream.range(0, SIZE).mapToDouble(i -> megabytes.applyAsDouble(i) * MB)
                .toArray();
    }

    private static SiteTrend judged(HistoryClock clock, double total, LiveHistory history) {
        return report(clock, site("m", total * MB, history)).sites().get(0);
    }

    private static SiteTrend judged(double total, LiveHistory history) {
        return judged(clock(history.size()), total, history);
    }

    private static void says(Verdict verdict, String reason, SiteTrend site) {
        assertEquals(verdict.text() + ": " + reason, site.verdict().text() + ": " + site.reason());
    }

    @Test
    void aListThatGrows() {
        SiteTrend site = judged(20, exact(values(i -> i + 1)));
        says(Verdict.GROWING, "rose in 14 of 14 steps between 15 groups of collections, by 60.0 MB"
                + " an hour (60.0 MB to 60.0 MB); what is live was born in 20 of 20 spans"
                + " between collections, and its oldest blocks have survived at least 16"
                + " collections",
                site);
        assertEquals(60 << 20, site.growth().perHour());
        assertEquals(60 << 20, site.growth().least(), 1);
        assertTrue(site.chance() < 1e-9);
        assertEquals(20 << 20, site.live());
    }

    @Test
    void aTableThatIsReplacedByLargerOnes() {
        double[] born = new double[SIZE];
        born[SIZE - 1] = 20 * MB;
        says(Verdict.GROWING, "rose in 14 of 14 steps between 15 groups of collections, by 60.0 MB"
                + " an hour (60.0 MB to 60.0 MB); its blocks are replaced by more or by larger"
                + " ones", judged(400, surviving(values(i -> i + 1), born)));
    }

    @Test
    void aCacheThatFills() {
        says(Verdict.PLATEAU, "grew until 5 min 0 s after the start and no more since: it holds"
                + " 5.0 MB", judged(20, surviving(values(i -> Math.min(i + 1, 5)),
                        values(i -> i < 15 ? 0 : 1))));
    }

    @Test
    void aCacheThatShrinksOnce() {
        says(Verdict.PLATEAU, "grew until 5 min 0 s after the start, to 5.0 MB, and no more since:"
                + " it holds 4.0 MB", judged(20, surviving(
                        values(i -> i < 19 ? Math.min(i + 1, 5) : 4),
                        values(i -> i < 15 ? 0 : 1))));
    }

    /** Until two thirds of the time it grows beyond doubt, and then no more. */
    @Test
    void aCacheThatFillsLate() {
        says(Verdict.PLATEAU, "grew until 13 min 0 s after the start and no more since: it holds"
                + " 13.0 MB", judged(20, surviving(values(i -> Math.min(i + 1, 13)),
                        values(i -> i < 7 ? 0 : 1))));
    }

    @Test
    void whatIsAlwaysThere() {
        says(Verdict.PLATEAU, "held 3.0 MB at 20 collections; that never changed",
                judged(3, exact(values(i -> 3))));
        says(Verdict.PLATEAU, "held 2.0 MB to 3.0 MB at 8 collections; rose in 3 of 7 steps"
                + " between collections",
                judged(3, exact(mb(3, 2, 3, 2, 3, 2, 3, 2))));
    }

    @Test
    void aBatch() {
        SiteTrend site = judged(12.5, surviving(values(i -> i < 8 || i > 12 ? 0 : 12.5),
                new double[SIZE]));
        says(Verdict.SPIKE, "held 12.5 MB 9 min 0 s after the start, of which 0 bytes are left",
                site);
        assertEquals(25 << 19, site.most());
    }

    @Test
    void garbage() {
        says(Verdict.CHURN, "of its 1,000 blocks 99 % were dead at the first collection that"
                + " examined them, and next to nothing of the rest has lived through the last two"
                + " of 20 collections",
                judged(100, surviving(values(i -> i % 3), new double[SIZE])));
    }

    /** Its blocks live for a while, but each only for a short one: it is always full of others. */
    @Test
    void aCacheWithATurnover() {
        ProgramPoint cache = ProgramPoint.builder().frames(List.of("a.Cache.put (Cache.java:1)"))
                .total(Figure.of(100 << 20, 1_000)).atEnd(Figure.of(3 << 20, 30))
                .max(Figure.of(3 << 20, 30)).temporaryBlocks(300)
                .history(surviving(values(i -> 3), values(i -> i < 18 ? 0 : 1.5))).build();
        says(Verdict.PLATEAU, "held 3.0 MB at 20 collections; that never changed",
                report(clock(SIZE), cache).sites().get(0));
    }

    @Test
    void garbageThatNoCollectionFoundAlive() {
        LeakReport report = report(clock(SIZE), site("m", MB, exact(values(i -> 0))));
        says(Verdict.CHURN, "of its 1,000 blocks 99 % were dead at the first collection that"
                + " examined them, and none was live after any of 20 collections",
                report.sites().get(0));
        assertEquals(0, report.tested());
        assertEquals(1, report.sites().get(0).chance());
    }

    @Test
    void tooFewCollections() {
        says(Verdict.NOT_ENOUGH, "there are 5 collections to judge it by, and 8 are needed",
                judged(5, exact(mb(1, 2, 3, 4, 5))));
        says(Verdict.NOT_ENOUGH, "there is 1 collection to judge it by, and 8 are needed",
                judged(5, exact(mb(1))));
    }

    @Test
    void growthThatMayBeOldGarbage() {
        LiveHistory bounds = new LiveHistory(values(i -> i + 1), new double[SIZE],
                new double[SIZE], new double[SIZE], values(i -> 1));
        says(Verdict.NOT_ENOUGH, "none of 20 collections was full: what seems to grow, to 20.0 MB,"
                + " may be old garbage", judged(clock(new boolean[SIZE]), 20, bounds));
        LiveHistory bounded = new LiveHistory(values(i -> 4), new double[SIZE],
                new double[SIZE], new double[SIZE], values(i -> 0.2));
        assertEquals(Verdict.PLATEAU, judged(clock(new boolean[SIZE]), 20, bounded).verdict());
    }

    /** One full collection at the end shows that nothing before it was garbage. */
    @Test
    void aLateFullCollectionProvesTheEarlierOnes() {
        boolean[] full = new boolean[SIZE];
        full[SIZE - 1] = true;
        assertEquals(Verdict.GROWING, judged(clock(full), 20, exact(values(i -> i + 1)))
                .verdict());
    }

    /** After each but the last, 3 MB may have been garbage: only the last is known. */
    @Test
    void growthThatMoreFullCollectionsWouldShow() {
        boolean[] full = new boolean[SIZE];
        full[SIZE - 1] = true;
        LiveHistory bounds = new LiveHistory(values(i -> i + 1),
                values(i -> i == 19 ? 20 : Math.max(0, i - 2)), new double[SIZE],
                new double[SIZE], values(i -> 1));
        says(Verdict.NOT_ENOUGH, "rose in 0 of 14 steps between 15 groups of collections for"
                + " certain, and in 14 by its upper bounds, to 20.0 MB: between full collections,"
                + " of which there was 1, old garbage counts", judged(clock(full), 20, bounds));
    }

    @Test
    void growthThatSamplingMayMake() {
        double[] changes = values(i -> 0);
        Arrays.fill(changes, 1, SIZE, 100 * MB * MB / (SIZE - 1));
        double[] live = values(i -> i + 1);
        LiveHistory sampled = new LiveHistory(live, live, values(i -> 1e9 * MB), changes,
                values(i -> 1));
        says(Verdict.NOT_ENOUGH, "grew by 18.5 MB from the first collections to the last, and"
                + " sampling alone may make that: its standard error is 10.0 MB",
                judged(20, sampled));
    }

    @Test
    void growthThatChanceMayMake() {
        says(Verdict.NOT_ENOUGH, "rose in 5 of 7 steps between collections, to 6.0 MB; chance"
                + " alone makes a site do so 1 in 4 times",
                judged(7, exact(mb(1, 2, 1.5, 3, 2.5, 4, 5, 6))));
    }

    @Test
    void whatIsNew() {
        says(Verdict.NOT_ENOUGH, "it was not there before the last two of 20 collections",
                judged(9, exact(values(i -> i < 18 ? 0 : 9))));
    }

    @Test
    void evidenceComesBeforeGrowthAndGrowthBeforeSize() {
        LeakReport report = report(clock(SIZE),
                site("churn", 900 * MB, surviving(values(i -> i % 2), new double[SIZE])),
                site("large", 500 * MB, exact(values(i -> 500))),
                site("slow", 20 * MB, exact(values(i -> i + 1))),
                site("spike", 50 * MB, surviving(values(i -> i == 9 ? 50 : 0),
                        new double[SIZE])),
                site("fast", 40 * MB, exact(values(i -> 2 * i + 1))),
                site("new", 60 * MB, exact(values(i -> i < 19 ? 0 : 60))));
        assertEquals(List.of("growing fast", "growing slow", "not enough collections yet new",
                "plateau large", "spike spike", "churn churn"), report.sites().stream()
                        .map(site -> site.verdict().text() + " " + site.point().frames().get(1)
                                .replaceAll("a.Main.(\\w+) .*", "$1"))
                        .collect(Collectors.toList()));
        assertEquals(2, report.counts().get(Verdict.GROWING));
        assertEquals(6, report.tested());
        LeakReport some = report.keeping(point -> point.frames().get(1).contains("slow"));
        assertEquals(1, some.sites().size());
        assertEquals(6, some.tested());
    }

    /** A rise that one site in a thousand makes is nothing among a thousand. */
    @Test
    void manySitesAreTestedAtOnce() {
        double[] live = mb(1, 2, 3, 4, 5, 6, 8, 7);
        assertTrue(judged(8, exact(live)).chance() < 0.001);
        ProgramPoint[] sites = IntStream.range(0, 1_000)
                .mapToObj(i -> site("m" + i, 8 * MB, exact(i == 0 ? live
                        : mb(5, 5, 5, 5, 5, 5, 5, 5)))).toArray(ProgramPoint[]::new);
        SiteTrend first = report(clock(8), sites).sites().get(0);
        assertEquals(Verdict.NOT_ENOUGH, first.verdict());
        assertTrue(first.chance() > 0.1, first.toString());
    }

    @Test
    void notes() {
        LeakReport report = report(clock(SIZE), site("m", 20 * MB, exact(values(i -> i + 1))));
        assertEquals(List.of("20 collections, 20 of them full, between 1 min 0 s and 20 min 0 s"
                + " after the start; growth by the hour is extrapolated from 19 min 0 s",
                "1 site was tested; of those called growing at most 1 in 100 is so by chance, on"
                        + " average"), report.notes());
        ProgramPoint small = ProgramPoint.builder().frames(List.of("a"))
                .total(Figure.of(9, 1)).atEnd(Figure.of(5, 1)).max(Figure.of(7, 1)).build();
        ProgramPoint unwatched = ProgramPoint.builder().frames(List.of("b"))
                .total(Figure.of(9, 1)).build();
        LeakReport other = report(clock(false), small, unwatched,
                site("m", MB, exact(mb(1))), site("n", MB, exact(mb(1))));
        assertEquals(List.of("1 collection, 0 of them full, 1 min 0 s after the start",
                "no collection was full, so old garbage counts as live and nothing can be called"
                        + " growing; settle, or jcmd 4711 GC.run, makes one",
                "2 sites were tested at once; of those called growing at most 1 in 100 is so by"
                        + " chance, on average",
                "1 site that never held more than 7 bytes was not examined",
                "nothing is known of 1 site none of whose blocks was watched"), other.notes());
        assertEquals(1, other.leftOut());
    }

    @Test
    void aProfileWithoutHistoriesIsRefused() {
        Profile profile = Profile.builder(ProfileInfo.builder().build()).build();
        assertEquals("The profile has no histories; build it from a recording that watched blocks,"
                + " withHistory(true).", assertThrows(IllegalArgumentException.class,
                        () -> LeakReport.of(profile)).getMessage());
    }

    @Test
    void noCollectionAndNoSite() {
        LeakReport none = report(clock(0));
        assertEquals(List.of(), none.sites());
        assertEquals(0, none.counts().get(Verdict.CHURN));
    }
}
