// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Tally;
import dev.jdhat.profile.ThreadShare;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileMergeTest {
    private static final List<String> CART = List.of("T (class)", "shop.Cart.add (Cart.java:5)");
    private static final List<String> MAIN = List.of("U (class)", "shop.Main.main (Main.java:3)");

    private static ProfileInfoBuilder info() {
        return ProfileInfo.builder().version("0.1.0").command("shop.Main").pid(7).timeAtPeak(40)
                .timeAtEnd(100).finalCollection(FinalCollection.DONE);
    }

    private static ProgramPoint point(List<String> frames, long scale) {
        return ProgramPoint.builder().frames(frames).allocatedClass(frames.get(0).substring(0, 1))
                .total(Figure.of(100 * scale, 10 * scale)).atPeak(Figure.of(50 * scale, 5 * scale))
                .atEnd(Figure.of(20 * scale, 2 * scale)).max(Figure.of(60 * scale, 6 * scale))
                .lifetime(1_000 * scale).lifetimeMax(2_000 * scale).samples(10 * scale)
                .temporaryBlocks(scale).survivorAges(new Ages(1, scale, 2 * scale))
                .deathAges(new Ages(0, scale, 9)).build();
    }

    private static Profile profile(ProfileInfoBuilder info, ProgramPoint... points) {
        return Profile.builder(info.build()).points(List.of(points))
                .livePeak(new Peak(Figure.ZERO, 40, false))
                .occupiedPeak(new Peak(Figure.of(70, 7), 41, false)).build();
    }

    private static Profile merge(Profile one, Profile other) {
        ProfileMerge merge = new ProfileMerge();
        merge.add(one, "one.json");
        merge.add(other, "other.json");
        return merge.merged();
    }

    @Test
    void sitesThatAreInBothAddUp() {
        Profile merged = merge(profile(info(), point(CART, 1), point(MAIN, 5)),
                profile(info(), point(CART, 3)));
        assertEquals(2, merged.points().size());
        ProgramPoint cart = merged.points().get(1);
        assertEquals(CART, cart.frames());
        assertEquals("T", cart.allocatedClass());
        assertEquals(Figure.of(400, 40), cart.total());
        assertEquals(Figure.of(200, 20), cart.atPeak());
        assertEquals(Figure.of(80, 8), cart.atEnd());
        assertEquals(4_000, cart.lifetime());
        assertEquals(8_000, cart.lifetimeMax());
        assertEquals(40, cart.samples());
        assertEquals(4, cart.temporaryBlocks());
        assertEquals(Figure.of(900, 90), merged.total());
    }

    @Test
    void anOwnMaximumIsAnUpperBoundWhereTwoRunsHaveOne() {
        Profile merged = merge(profile(info(), point(CART, 1), point(MAIN, 5)),
                profile(info(), point(CART, 3)));
        ProgramPoint cart = merged.points().get(1);
        assertEquals(Figure.of(240, 24), cart.max());
        assertEquals(Figure.of(180, 18), cart.maxAtLeast());
        ProgramPoint main = merged.points().get(0);
        assertEquals(Figure.of(300, 30), main.max());
        assertNull(main.maxAtLeast());
    }

    /** Two blocks of mean age 1 and six of mean age 3; eight that died at 1, 24 at 3. */
    @Test
    void agesAreOfAllBlocks() {
        ProgramPoint cart = merge(profile(info(), point(CART, 1)), profile(info(), point(CART, 3)))
                .points().get(0);
        assertEquals(new Ages(1, 2.5, 6), cart.survivorAges());
        assertEquals(new Ages(0, 2.5, 9), cart.deathAges());
    }

    @Test
    void thePeakIsTheSumOfPeaksAndHasNoTime() {
        Profile merged = merge(profile(info().timeAtPeak(30), point(CART, 1)),
                profile(info().timeAtEnd(200), point(CART, 3)));
        assertEquals(new Peak(Figure.of(200, 20), 0, false), merged.livePeak().orElseThrow());
        assertEquals(new Peak(Figure.of(140, 14), 0, false), merged.occupiedPeak().orElseThrow());
        assertEquals(40, merged.info().timeAtPeak());
        assertEquals(200, merged.info().timeAtEnd());
        assertEquals(300, merged.runs().time());
        assertEquals("merged from 2 runs: at t-gmax is the sum of their peaks, which were at"
                + " different times; it may never have been there at once",
                merged.runs().sentence());
        assertEquals(List.of(merged.runs().sentence()), merged.info().notes());
        assertEquals("", profile(info()).runs().sentence());
    }

    @Test
    void notesStandOnceWithTheNumberOfRuns() {
        Profile merged = merge(
                merge(profile(info().notes(List.of("liveness is limited", "stacks are cut"))),
                        profile(info().notes(List.of("stacks are cut", "stacks are cut")))),
                profile(info().notes(List.of("stacks are cut", "a"))));
        assertEquals(Map.of("liveness is limited", 1L, "stacks are cut", 3L, "a", 1L),
                merged.runs().notes());
        assertEquals(List.of(merged.runs().sentence(), "stacks are cut (all 3 runs)",
                "a (1 of 3 runs)", "liveness is limited (1 of 3 runs)"), merged.info().notes());
    }

    @Test
    void whatRunsDoNotShareIsNotSaid() {
        ProfileInfo merged = merge(profile(info().collector("G1").javaVersion(25)),
                profile(info().collector("ZGC").javaVersion(11).pid(8).command("shop.Batch")))
                .info();
        assertEquals("several commands", merged.command());
        assertEquals("several collectors", merged.collector());
        assertEquals(0, merged.pid());
        assertEquals(11, merged.javaVersion());
        assertFalse(merged.exact(), "Java 11 leaves blocks out");
        ProfileInfo same = merge(profile(info()), profile(info())).info();
        assertEquals("shop.Main", same.command());
        assertEquals(7, same.pid());
    }

    @Test
    void whatWasLostAddsUpAndTheWorstEndCounts() {
        ProfileInfo merged = merge(profile(info().lost(new Tally(2, 32)).olderThreads(3)),
                profile(info().lost(new Tally(1, 8)).untracked(new Tally(5, 50))
                        .finalCollection(FinalCollection.OFF).jvmAllocated(9))).info();
        assertEquals(new Tally(3, 40), merged.lost());
        assertEquals(new Tally(5, 50), merged.untracked());
        assertEquals(3, merged.olderThreads());
        assertEquals(FinalCollection.OFF, merged.finalCollection());
        assertEquals(-1, merged.jvmAllocated(), "one run does not know it");
    }

    @Test
    void whatWasCountedOneByOneStaysSoBesideSamples() {
        ProgramPoint sampled = ProgramPoint.builder().frames(CART)
                .total(Figure.of(1_000, 10, 300, 3)).build();
        Profile merged = merge(profile(info(), point(CART, 4)), profile(info().sampled(true)
                .sampling(new Sampling(512, new Tally(3, 24), 512, 1_024, -1)), sampled));
        assertTrue(merged.info().sampled());
        assertEquals(new Sampling(512, new Tally(43, 424), 512, 1_024, -1),
                merged.info().sampling());
        assertEquals(Figure.of(1_400, 50, 300, 3), merged.total());
    }

    @Test
    void whatOneRunDidNotWatchIsNotKnownOfAll() {
        ProgramPoint dead = ProgramPoint.builder().frames(CART).total(Figure.of(8, 1)).build();
        Profile merged = merge(profile(info(), point(CART, 1)),
                Profile.builder(info().lifetimes(false).build()).points(List.of(dead)).build());
        assertEquals(Figure.of(108, 11), merged.total());
        assertFalse(merged.atEnd().known());
        assertFalse(merged.points().get(0).atPeak().known());
        assertTrue(merged.livePeak().isEmpty());
        assertEquals(List.of("merged from 2 runs", "what was there at t-gmax and at t-end is not"
                + " known: blocks were not watched in 1 of 2 runs"), merged.info().notes());
    }

    /** What runs that do not tell threads apart have at a site has no name there. */
    @Test
    void threadsWithOneNameAreOne() {
        Figure some = Figure.of(40, 4);
        ThreadShare pool = new ThreadShare("pool-*", some, some, Figure.UNKNOWN);
        ProgramPoint point = ProgramPoint.builder().frames(CART).total(some)
                .threads(List.of(pool)).build();
        Profile both = merge(profile(info(), point), profile(info(), point));
        Figure twice = Figure.of(80, 8);
        assertEquals(List.of(new ThreadShare("pool-*", twice, twice, Figure.UNKNOWN)),
                both.points().get(0).threads());
        List<ThreadShare> mixed = merge(profile(info(), point(CART, 1)), both).points().get(0)
                .threads();
        assertEquals(List.of(new ThreadShare("", Figure.of(100, 10), Figure.of(50, 5),
                Figure.of(20, 2)), new ThreadShare("pool-*", twice, twice, Figure.UNKNOWN)),
                mixed);
        assertEquals(mixed, merge(both, profile(info(), point(CART, 1))).points().get(0)
                .threads());
    }

    @Test
    void aClassThatRunsDoNotShareIsNotSaid() {
        List<String> frames = List.of("shop.Cart.add (Cart.java:5)");
        Profile merged = merge(profile(info(), ProgramPoint.builder().frames(frames)
                .allocatedClass("A").build()), profile(info(), ProgramPoint.builder()
                .frames(frames).allocatedClass("B").build()));
        assertEquals("", merged.points().get(0).allocatedClass());
    }

    @Test
    void profilesThatCountOtherThingsAreRefused() {
        refused(profile(info().mode("heap")), "Only profiles of one mode can be merged: one.json"
                + " is of mode jvm-heap and other.json is of mode heap.");
        refused(profile(info().bytesName("units").blocksName("events")), "Only profiles of one unit"
                + " can be merged: one.json counts bytes in blocks and other.json counts units in"
                + " events.");
        refused(profile(info().timeUnit("instrs")), "Only profiles of one unit of time can be"
                + " merged: one.json measures time in µs and other.json measures time in instrs.");
        refused(profile(info().peakKind(PeakKind.OCCUPIED)), "Only profiles with one kind of peak"
                + " can be merged: t-gmax is the live peak in one.json and the occupied peak in"
                + " other.json; make both from their recordings with the same --peak.");
    }

    @Test
    void sumsThatAreTooLargeAreRefused() {
        String message = "The sums get too large to be counted with other.json; leave it out.";
        ProgramPoint large = ProgramPoint.builder().frames(MAIN)
                .total(Figure.of(Long.MAX_VALUE, 1)).build();
        refused(profile(info(), large), message);
        refused(profile(info(), ProgramPoint.builder().frames(CART).lifetime(Long.MAX_VALUE)
                .build()), message);
    }

    private static void refused(Profile other, String message) {
        ProfileMerge merge = new ProfileMerge();
        merge.add(profile(info(), point(CART, 1)), "one.json");
        assertEquals(message, assertThrows(IllegalArgumentException.class,
                () -> merge.add(other, "other.json")).getMessage());
    }

    @Test
    void nothingIsNotMerged() {
        assertEquals("Nothing was merged; add profiles first.",
                assertThrows(IllegalStateException.class, () -> new ProfileMerge().merged())
                        .getMessage());
    }
}
