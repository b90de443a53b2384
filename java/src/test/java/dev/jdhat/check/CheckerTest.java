// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.filter.Filter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @TempDir Path folder;

    /** 1,000 bytes over the run, 600 at the peak, 100 at the end, in tenths of that blocks. */
    private static final Profile EXACT = exact(point("Tag", 1_000, 600, 100));

    private static ProgramPoint point(String type, long total, long peak, long end) {
        return ProgramPoint.builder().allocatedClass(type)
                .frames(List.of(type + " (class)", "a." + type + "s.make (A.java:1)"))
                .total(Figure.of(total, total / 10)).atPeak(Figure.of(peak, peak / 10))
                .atEnd(Figure.of(end, end / 10)).build();
    }

    private static Profile exact(ProgramPoint... points) {
        return Profile.builder(ProfileInfo.builder().build()).points(List.of(points)).build();
    }

    /** One site, so many bytes at the end with that standard error. */
    private static Profile sampled(long bytes, double error) {
        ProfileInfo info = ProfileInfo.builder().sampled(true).sampling(Sampling.every(1_000))
                .build();
        Figure figure = Figure.of(bytes, bytes / 10, error, error / 10);
        return Profile.builder(info).points(List.of(ProgramPoint.builder().allocatedClass("Tag")
                .frames(List.of("a.A.make (A.java:1)")).total(figure).atPeak(figure)
                .atEnd(figure).build())).build();
    }

    private static Outcome judge(Profile profile, Profile baseline, String name, String value) {
        return new Checker(profile, baseline, TODAY)
                .check(List.of(Limit.of(name, value)), List.of()).outcomes().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "max-total-bytes,1000,KEPT", "max-total-bytes,999,BROKEN", "max-total-bytes,1kB,KEPT",
        "max-total-blocks,100,KEPT", "max-total-blocks,99,BROKEN", "max-peak-bytes,600,KEPT",
        "max-peak-bytes,0.5k,BROKEN", "max-peak-blocks,60,KEPT", "max-peak-blocks,59,BROKEN",
        "max-end-bytes,100,KEPT", "max-end-bytes,0,BROKEN", "max-end-blocks,10,KEPT",
        "max-end-blocks,9,BROKEN"})
    void whatIsMoreBreaksALimit(String name, String value, Verdict verdict) {
        assertEquals(verdict, judge(EXACT, null, name, value).verdict());
    }

    /** Against 500 bytes over the run, 500 at the peak and 50 at the end. */
    @ParameterizedTest
    @CsvSource({
        "max-total-growth,2x,KEPT", "max-total-growth,1.99x,BROKEN", "max-total-growth,100%,KEPT",
        "max-total-growth,99%,BROKEN", "max-peak-growth,1.2x,KEPT", "max-peak-growth,19%,BROKEN",
        "max-end-growth,2x,KEPT", "max-end-growth,0%,BROKEN"})
    void whatGrewMoreBreaksALimit(String name, String value, Verdict verdict) {
        Profile before = exact(point("Tag", 500, 500, 50));
        assertEquals(verdict, judge(EXACT, before, name, value).verdict());
    }

    @Test
    void outcomesSayWhatThereIs() {
        Outcome most = judge(EXACT, null, "max-end-bytes", "0");
        assertEquals("100 bytes in 10 blocks", most.measured());
        assertEquals(EXACT.points(), most.sites());
        assertEquals("BROKEN max-end-bytes=0: 100 bytes in 10 blocks", most.toString());
        assertEquals("2.00x: 500 bytes before, 1,000 bytes in 100 blocks",
                judge(EXACT, exact(point("Tag", 500, 1, 1)), "max-total-growth", "2x")
                        .measured());
        Outcome fromNothing = judge(EXACT, exact(), "max-end-growth", "9x");
        assertEquals(Verdict.BROKEN, fromNothing.verdict());
        assertEquals("0 bytes before, 100 bytes in 10 blocks", fromNothing.measured());
        assertEquals(List.of(), judge(EXACT, null, "max-end-bytes", "1k").sites());
    }

    @Test
    void anExpressionBreaksWhereItAcceptsASite() {
        Outcome broken = judge(EXACT, exact(), "fail-on", "new & end>10");
        assertEquals(Verdict.BROKEN, broken.verdict());
        assertEquals("1 site with 100 bytes in 10 blocks at t-end", broken.measured());
        assertEquals(EXACT.points(), broken.sites());
        Outcome kept = judge(EXACT, EXACT, "fail-on", "new & end>10");
        assertEquals(Verdict.KEPT, kept.verdict());
        assertEquals("no site", kept.measured());
        assertEquals(Verdict.BROKEN, judge(EXACT, null, "fail-on", "class:Tag").verdict());
    }

    @Test
    void samplingAloneBreaksNothing() {
        assertEquals(Verdict.KEPT, judge(sampled(1_000, 300), null, "max-end-bytes", "500")
                .verdict());
        assertEquals("1,000 ± 300 bytes in 100 blocks, which sampling alone may make",
                judge(sampled(1_000, 300), null, "max-end-bytes", "500").measured());
        assertEquals(Verdict.BROKEN, judge(sampled(1_000, 160), null, "max-end-bytes", "500")
                .verdict());
        // One sample proves that something is there.
        assertEquals(Verdict.BROKEN, judge(sampled(1_000, 900), null, "max-end-bytes", "0")
                .verdict());
        Profile before = sampled(50_000, 3_000);
        // 1.1 × 50,000 ± 3,300; with 4,000 more: 3 × 5,186.
        assertEquals(Verdict.KEPT, judge(sampled(70_000, 4_000), before, "max-end-growth", "10%")
                .verdict());
        assertEquals(Verdict.BROKEN, judge(sampled(71_000, 4_000), before, "max-end-growth", "10%")
                .verdict());
        assertTrue(judge(sampled(70_000, 4_000), before, "max-end-growth", "10%").measured()
                .endsWith(", which sampling alone may make"));
    }

    @Test
    void whatIsNotKnownIsNotJudged() {
        Profile without = Profile.builder(ProfileInfo.builder().lifetimes(false).build())
                .points(List.of(ProgramPoint.builder().frames(List.of("a")).total(Figure.of(1, 1))
                        .build())).build();
        Outcome outcome = judge(without, null, "max-end-bytes", "0");
        assertEquals(Verdict.UNKNOWN, outcome.verdict());
        assertEquals("what was there at t-end is not known", outcome.measured());
        assertEquals(Verdict.UNKNOWN, judge(without, EXACT, "max-end-growth", "1x").verdict());
        assertEquals(Verdict.BROKEN, judge(without, null, "max-total-bytes", "0").verdict());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "max-ned-bytes#0#There is no limit max-ned-bytes; there are max-total-bytes,"
                + " max-total-blocks, max-total-growth, max-peak-bytes, max-peak-blocks,"
                + " max-peak-growth, max-end-bytes, max-end-blocks, max-end-growth and fail-on.",
        "max-end-bytes#few#max-end-bytes is \"few\", and must be a number of bytes; write it like"
                + " 512, 64kB or 1.5MB.",
        "max-end-bytes#-1#max-end-bytes is \"-1\", and must be a number of bytes; write it like"
                + " 512, 64kB or 1.5MB.",
        "max-end-blocks#1k#max-end-blocks is \"1k\", and must be a number of blocks; write it"
                + " without a unit.",
        "max-end-growth#5#max-end-growth is \"5\"; write it like 1.5x or 5%."})
    void wrongLimitsSayWhatIsRight(String name, String value, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> Limit.of(name, value)).getMessage());
    }

    @Test
    void aLimitThatComparesNeedsABaseline() {
        assertEquals("max-end-growth=1x needs an earlier profile, and there is no baseline.",
                assertThrows(MissingBaselineException.class,
                () -> judge(EXACT, null, "max-end-growth", "1x")).getMessage());
        assertTrue(Limit.of("fail-on", "new").compares());
        assertFalse(Limit.of("fail-on", "end>0").compares());
    }

    @Test
    void whatIsSuppressedIsInNoFigureUntilItsDay() {
        Profile profile = exact(point("Tag", 1_000, 600, 100), point("Known", 500, 50, 50));
        Suppression known = new Suppression("names", Filter.parse("class:Known"), "interned",
                TODAY);
        List<Limit> limits = List.of(Limit.of("max-end-bytes", "100"));
        CheckResult result = new Checker(profile, null, TODAY).check(limits, List.of(known));
        assertEquals("100 bytes in 10 blocks", result.outcomes().get(0).measured());
        assertEquals(List.of("suppressed by names (interned): 1 site with 50 bytes in 5 blocks at"
                + " t-end"), result.notes());
        CheckResult later = new Checker(profile, null, TODAY.plusDays(1))
                .check(limits, List.of(known));
        assertEquals("150 bytes in 15 blocks", later.outcomes().get(0).measured());
        assertTrue(later.any(Verdict.BROKEN));
        assertEquals(List.of("suppression names ended on 2026-11-26 and holds no more (interned):"
                + " 1 site with 50 bytes in 5 blocks at t-end"), later.notes());
        assertEquals(List.of("suppression names is of no use: it accepts no site"),
                new Checker(EXACT, null, TODAY).check(limits, List.of(known)).notes());
    }

    @Test
    void aBaselineIsWithoutTheSuppressedToo() {
        Profile before = exact(point("Tag", 100, 100, 100), point("Known", 900, 900, 900));
        Profile after = exact(point("Tag", 300, 300, 300));
        Suppression known = new Suppression("names", Filter.parse("class:Known"), "gone", null);
        assertTrue(new Checker(after, before, TODAY).check(
                List.of(Limit.of("max-end-growth", "2x")), List.of(known)).any(Verdict.BROKEN));
    }

    private LimitsFile file(String... lines) throws IOException {
        return LimitsFile.read(Files.write(folder.resolve("jdhat.properties"), List.of(lines)));
    }

    @Test
    void aFileOfLimits() throws IOException {
        LimitsFile file = file("# of the shop", "max-end-bytes = 64kB", "fail-on.leaks=new & end>1MB",
                "fail-on.big=class:\"Große\" & size>1MB", "suppress.a.where=class:Known",
                "suppress.a.reason=interned names", "suppress.a.until=2027-03-31",
                "suppress.b.c.where=leaf:main", "suppress.b.c.reason=once");
        assertEquals(List.of("fail-on.big=class:\"Große\" & size>1MB",
                "fail-on.leaks=new & end>1MB", "max-end-bytes=64kB"),
                file.limits().stream().map(Limit::toString).sorted().collect(Collectors.toList()));
        List<String> said = new ArrayList<>();
        file.suppressions().forEach(each -> said.add(each.name() + " " + each.where() + " "
                + each.reason() + " " + each.until().map(LocalDate::toString).orElse("ever")));
        assertEquals(List.of("a class:Known interned names 2027-03-31", "b.c leaf:main once ever"),
                said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "max-end=1#There is no limit max-end; there are max-total-bytes, max-total-blocks,"
                + " max-total-growth, max-peak-bytes, max-peak-blocks, max-peak-growth,"
                + " max-end-bytes, max-end-blocks, max-end-growth and fail-on.",
        "suppress.a=x#There is no suppress.a; a suppression is suppress.NAME.where,"
                + " suppress.NAME.reason and suppress.NAME.until.",
        "suppress.a.where=class:x#suppress.a.reason is missing: why they may be there.",
        "suppress.a.reason=x#suppress.a.where is missing: the expression that accepts the known"
                + " sites."})
    void wrongFilesSayWhatIsRight(String line, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> file(line))
                .getMessage());
    }

    @Test
    void wrongSuppressionsSayWhatIsRight() {
        assertEquals("suppress.a.until is \"soon\"; write the last day like 2027-03-31.",
                assertThrows(IllegalArgumentException.class, () -> file("suppress.a.where=leaf:x",
                        "suppress.a.reason=y", "suppress.a.until=soon")).getMessage());
        assertEquals("Suppression a is \"new\", which speaks of two profiles; a known site is"
                + " known in each.", assertThrows(IllegalArgumentException.class,
                () -> file("suppress.a.where=new", "suppress.a.reason=y")).getMessage());
    }
}
