// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.filter.Filter;
import dev.jdhat.filter.State;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfileDiffTest {
    private static ProgramPoint point(long bytes, String... frames) {
        return point(Figure.of(bytes, bytes / 10), frames);
    }

    private static ProgramPoint point(Figure end, String... frames) {
        return ProgramPoint.builder().allocatedClass("shop.Tag").frames(List.of(frames))
                .total(Figure.of(10 * end.bytes() + 10, 10 * end.blocks() + 1)).atPeak(end)
                .atEnd(end).build();
    }

    private static Profile profile(ProgramPoint... points) {
        return Profile.builder(ProfileInfo.builder().build()).points(List.of(points)).build();
    }

    private static Profile sampled(long interval, ProgramPoint... points) {
        ProfileInfo info = ProfileInfo.builder().sampled(true)
                .sampling(Sampling.every(interval)).build();
        return Profile.builder(info).points(List.of(points)).build();
    }

    private static List<String> said(ProfileDiff diff) {
        return diff.sites().stream().map(site -> site.state().word() + " "
                + site.of(diff.by()).bytes() + " " + site.stack().get(0))
                .collect(Collectors.toList());
    }

    @Test
    void everyStateTheLargestDifferenceFirst() {
        ProfileDiff diff = ProfileDiff.between(
                profile(point(100, "a.A.one (A.java:1)"), point(200, "a.A.two (A.java:2)"),
                        point(300, "a.A.three (A.java:3)"), point(70, "a.A.four (A.java:4)")),
                profile(point(150, "a.A.one (A.java:1)"), point(190, "a.A.two (A.java:2)"),
                        point(300, "a.A.three (A.java:3)"), point(20, "a.A.five (A.java:5)")),
                SortBy.END);
        assertEquals(List.of("gone -70 a.A.four (A.java:4)", "grown 50 a.A.one (A.java:1)",
                "new 20 a.A.five (A.java:5)", "shrunk -10 a.A.two (A.java:2)",
                "same 0 a.A.three (A.java:3)"), said(diff));
        assertEquals(Map.of(State.NEW, 1, State.GONE, 1, State.GROWN, 1, State.SHRUNK, 1,
                State.SAME, 1, State.NOISE, 0), diff.counts());
        assertEquals(-10, diff.of(SortBy.END).bytes());
        assertEquals(670, diff.of(SortBy.END).before().bytes());
        assertEquals(-100, diff.of(SortBy.TOTAL).bytes());
    }

    @Test
    void linesThatMovedMakeNoNewSite() {
        ProfileDiff diff = ProfileDiff.between(
                profile(point(100, "a.A.f (A.java:10)", "a.A.main (A.java:99)"),
                        point(200, "a.A.f (A.java:12)", "a.A.main (A.java:99)")),
                profile(point(110, "a.A.f (A.java:12)", "a.A.main (A.java:101)"),
                        point(200, "a.A.f (A.java:14)", "a.A.main (A.java:101)")),
                SortBy.END);
        assertEquals(List.of("grown 10 a.A.f (A.java:12)", "same 0 a.A.f (A.java:14)"),
                said(diff));
    }

    @Test
    void aLineMoreInTheSameMethodIsNew() {
        ProfileDiff diff = ProfileDiff.between(
                profile(point(100, "a.A.f (A.java:10)"), point(200, "a.A.f (A.java:12)")),
                profile(point(100, "a.A.f (A.java:10)"), point(50, "a.A.f (A.java:11)"),
                        point(200, "a.A.f (A.java:12)")),
                SortBy.END);
        assertEquals(List.of("new 50 a.A.f (A.java:11)", "same 0 a.A.f (A.java:12)",
                "same 0 a.A.f (A.java:10)"), said(diff));
    }

    @Test
    void anotherClassOrAnotherCallerIsAnotherSite() {
        ProgramPoint tag = point(100, "a.A.f (A.java:1)", "a.B.g (B.java:2)");
        ProgramPoint other = ProgramPoint.builder().allocatedClass("shop.Other")
                .frames(tag.frames()).total(tag.total()).atPeak(tag.atPeak()).atEnd(tag.atEnd())
                .build();
        assertEquals(2, ProfileDiff.between(profile(tag), profile(other), SortBy.END).sites()
                .size());
        assertEquals(2, ProfileDiff.between(profile(tag),
                profile(point(100, "a.A.f (A.java:1)", "a.C.g (C.java:2)")), SortBy.END).sites()
                .size());
    }

    @Test
    void addressesOfNativeToolsMayMove() {
        ProfileDiff diff = ProfileDiff.between(profile(point(10, "0x4A1: f (m.rs:10:5)")),
                profile(point(30, "0x5B2: f (m.rs:11:9)")), SortBy.END);
        assertEquals(List.of("grown 20 0x5B2: f (m.rs:11:9)"), said(diff));
    }

    @Test
    void aProfileDiffersFromItselfInNothing() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            Profile one = random(random);
            ProfileDiff diff = ProfileDiff.between(one, one, SortBy.END);
            assertEquals(one.points().size(), diff.counts().get(State.SAME));
            assertEquals(one.points().size(), diff.sites().size());
        }
    }

    /** Whatever is paired with what, nothing is lost and nothing counted twice. */
    @Test
    void differencesAddUpAndTurnRound() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Profile one = random(random);
            Profile two = random(random);
            ProfileDiff there = ProfileDiff.between(one, two, SortBy.END);
            ProfileDiff back = ProfileDiff.between(two, one, SortBy.END);
            for (SortBy by : SortBy.values()) {
                assertEquals(there.of(by).bytes(),
                        there.sites().stream().mapToLong(site -> site.of(by).bytes()).sum());
                assertEquals(there.of(by).blocks(),
                        there.sites().stream().mapToLong(site -> site.of(by).blocks()).sum());
                assertEquals(there.of(by).bytes(), -back.of(by).bytes());
            }
            assertEquals(there.counts().get(State.NEW), back.counts().get(State.GONE));
            assertEquals(there.counts().get(State.GROWN), back.counts().get(State.SHRUNK));
            assertEquals(sorted(one.points()), sorted(there.sites().stream()
                    .flatMap(site -> site.before().stream()).collect(Collectors.toList())));
            assertEquals(sorted(two.points()), sorted(there.sites().stream()
                    .flatMap(site -> site.after().stream()).collect(Collectors.toList())));
        }
    }

    private static List<String> sorted(List<ProgramPoint> points) {
        return points.stream().map(ProgramPoint::toString).sorted().collect(Collectors.toList());
    }

    private static Profile random(Random random) {
        List<ProgramPoint> points = new ArrayList<>();
        List<List<String>> used = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String[] frames = new String[1 + random.nextInt(2)];
            Arrays.setAll(frames, any -> "a.A." + "fgh".charAt(random.nextInt(3)) + " (A.java:"
                    + (1 + random.nextInt(3)) + ")");
            if (!used.contains(List.of(frames))) {
                used.add(List.of(frames));
                points.add(point(10L * random.nextInt(5), frames));
            }
        }
        points.sort(Comparator.comparing(ProgramPoint::toString));
        return profile(points.toArray(new ProgramPoint[0]));
    }

    @Test
    void whatSamplingMakesIsNoise() {
        long interval = 1_000;
        ProfileDiff diff = ProfileDiff.between(
                sampled(interval, point(Figure.of(10_000, 10, 3_000, 3), "a.A.f (A.java:1)"),
                        point(Figure.of(10_000, 10, 1_000, 1), "a.A.g (A.java:1)")),
                sampled(interval, point(Figure.of(20_000, 20, 4_000, 4), "a.A.f (A.java:1)"),
                        point(Figure.of(20_000, 20, 1_000, 1), "a.A.g (A.java:1)")),
                SortBy.END);
        Map<String, State> states = diff.sites().stream().collect(Collectors.toMap(
                site -> site.stack().get(0), SiteDiff::state));
        assertEquals(Map.of("a.A.f (A.java:1)", State.NOISE, "a.A.g (A.java:1)", State.GROWN),
                states);
        // 3² + 4² = 5²
        Difference f = diff.sites().stream().filter(site -> site.state() == State.NOISE)
                .findFirst().orElseThrow().of(SortBy.END);
        assertEquals(5_000, f.bytesError(), 1e-9);
    }

    /** No sample of up to six intervals is seen once in 400 times. */
    @Test
    void whatWasNotSeenMayHaveBeenThere() {
        ProgramPoint five = point(Figure.of(5_000, 5), "a.A.f (A.java:1)");
        ProgramPoint seven = point(Figure.of(7_000, 7), "a.A.g (A.java:1)");
        ProfileDiff diff = ProfileDiff.between(sampled(1_000), profile(five, seven), SortBy.END);
        assertEquals(List.of("new 7000 a.A.g (A.java:1)", "noise 5000 a.A.f (A.java:1)"),
                said(diff));
        assertEquals(2, ProfileDiff.between(profile(), profile(five, seven), SortBy.END).counts()
                .get(State.NEW));
    }

    /** Two profiles of one truth, sampled apart: their difference is called more than noise in at
     * most 1 of 100 (three standard errors of a normal law are exceeded in 1 of 370, and that of few
     * samples is a little wider). */
    @Test
    void sampledTwiceTheSameSiteIsSeldomCalledChanged() {
        Random random = new Random(11);
        int changed = 0;
        int trials = 4_000;
        for (int trial = 0; trial < trials; trial++) {
            Profile one = sampledOnce(random);
            Profile two = sampledOnce(random);
            State state = ProfileDiff.between(one, two, SortBy.END).sites().get(0).state();
            changed += state != State.NOISE && state != State.SAME ? 1 : 0;
        }
        assertTrue(changed <= trials / 100, changed + " of " + trials);
    }

    /** 400 blocks of 100 bytes, each seen with p = 1 − e^(−0.1). */
    private static Profile sampledOnce(Random random) {
        double probability = -Math.expm1(-0.1);
        int seen = 0;
        for (int block = 0; block < 400; block++) {
            seen += random.nextDouble() < probability ? 1 : 0;
        }
        double error = Math.sqrt(seen * (1 - probability)) / probability;
        return sampled(1_000, point(Figure.of(Math.round(100 * seen / probability),
                Math.round(seen / probability), 100 * error, error), "a.A.f (A.java:1)"));
    }

    private static ProfileDiff grownGoneAndNew() {
        return ProfileDiff.between(
                profile(point(100, "a.A.one (A.java:1)"), point(200, "a.A.two (A.java:2)")),
                profile(point(150, "a.A.one (A.java:1)"), point(20, "a.A.five (A.java:5)")),
                SortBy.END);
    }

    @Test
    void expressionsOfTwoProfiles() {
        ProfileDiff diff = grownGoneAndNew();
        assertEquals(List.of("grown 50 a.A.one (A.java:1)"),
                said(diff.keeping(Filter.parse("grown"))));
        assertEquals(List.of("new 20 a.A.five (A.java:5)"),
                said(diff.keeping(Filter.parse("more.end>10 & was.end<100"))));
        assertEquals(List.of("gone -200 a.A.two (A.java:2)"),
                said(diff.keeping(Filter.parse("end=0 & was.total.blocks>200"))));
        assertEquals(50, diff.keeping(Filter.parse("grown")).of(SortBy.END).bytes());
        assertEquals(List.of(), said(diff.keeping(Filter.parse("noise | same"))));
    }

    @Test
    void theSameTwoProfilesByAnotherFigure() {
        ProfileDiff ends = grownGoneAndNew();
        ProfileDiff totals = ends.comparedBy(SortBy.TOTAL);
        assertEquals(SortBy.TOTAL, totals.by());
        assertEquals(List.of("gone -2010 a.A.two (A.java:2)", "grown 500 a.A.one (A.java:1)",
                "new 210 a.A.five (A.java:5)"), said(totals));
        assertEquals(List.of("grown 50 a.A.one (A.java:1)"), said(ends
                .keeping(Filter.parse("grown")).comparedBy(SortBy.TOTAL).comparedBy(SortBy.END)));
        assertEquals(ends, ends.comparedBy(SortBy.END));
    }

    @Test
    void veryManyLinesOfOneMethodFindTheirOwn() {
        ProgramPoint[] before = new ProgramPoint[100_000];
        ProgramPoint[] after = new ProgramPoint[before.length + 1];
        for (int line = 1; line <= before.length; line++) {
            before[line - 1] = point(10, "a.A.f (A.java:" + line + ")");
            after[before.length - line] = before[line - 1];
        }
        after[before.length] = point(20, "a.A.f (A.java:100001)");
        ProfileDiff diff = ProfileDiff.between(profile(before), profile(after), SortBy.END);
        assertEquals("new 20 a.A.f (A.java:100001)", said(diff).get(0));
        assertEquals(before.length, diff.counts().get(State.SAME));
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        Profile heap = profile(point(1, "a.A.f (A.java:1)"));
        Profile events = Profile.builder(ProfileInfo.builder().unit(Unit.AD_HOC).mode("jvm-ad-hoc")
                .lifetimes(false).build()).build();
        assertEquals("The earlier profile is of mode jvm-heap and the later one of mode"
                + " jvm-ad-hoc; only profiles of one mode can be compared.",
                assertThrows(IllegalArgumentException.class,
                        () -> ProfileDiff.between(heap, events, SortBy.TOTAL)).getMessage());
        Profile without = Profile.builder(ProfileInfo.builder().lifetimes(false).build()).build();
        assertEquals("The later profile does not have what was there at t-end; compare what was"
                + " allocated over the run.", assertThrows(IllegalArgumentException.class,
                () -> ProfileDiff.between(heap, without, SortBy.END)).getMessage());
        assertFalse(ProfileDiff.between(heap, without, SortBy.TOTAL).of(SortBy.END).known());
    }
}
