// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedProfileTest {
    private static final double[] THRESHOLDS = {0, 1e-4, 0.001, 0.01, 0.1, 0.5, 1};

    private static Profile profile(List<ProgramPoint> points) {
        return Profile.builder(ProfileInfo.builder().timeAtPeak(1).timeAtEnd(2).build())
                .points(points).livePeak(new Peak(Figure.ZERO, 1, true))
                .occupiedPeak(new Peak(Figure.of(1L << 40, 7), 2, false)).build();
    }

    private static Profile random(long seed) {
        Random random = new Random(seed);
        List<ProgramPoint> points = new ArrayList<>();
        for (int i = random.nextInt(200); i >= 0; i--) {
            ProgramPoint.Builder point = ProgramPoint.builder()
                    .frames(List.of("a.Main.f" + i + " (Main.java:1)")).samples(i)
                    .total(figure(random));
            if (random.nextInt(10) > 0) {
                point.atPeak(figure(random)).atEnd(figure(random)).max(figure(random))
                        .lifetime(random.nextInt(1000)).lifetimeMax(random.nextInt(1000))
                        .temporaryBlocks(random.nextInt(10))
                        .survivorAges(new Ages(1 + random.nextInt(3), 4.5, 6));
            }
            points.add(point.build());
        }
        return profile(points);
    }

    private static Figure figure(Random random) {
        long blocks = (long) Math.exp(random.nextInt(12));
        return random.nextBoolean() ? Figure.of(16 * blocks, blocks)
                : Figure.of(16 * blocks, blocks, random.nextInt(100), random.nextInt(10));
    }

    @Test
    void sumsAreThoseOfTheWhole() {
        int folds = 0;
        for (long seed = 0; seed < 200; seed++) {
            Profile whole = random(seed);
            Ranking ranking = Ranking.of(whole);
            for (double threshold : THRESHOLDS) {
                int most = ranking.withShare(threshold);
                FoldedProfile folded = FoldedProfile.of(whole, ranking.points(most));
                checkSums("seed " + seed + " at " + threshold, whole, folded);
                folds += folded.points();
                assertTrue(folded.points() == 0 || folded.points() == ranking.size() - most);
            }
        }
        assertTrue(folds > 1_000, folds + " folded");
    }

    private static void checkSums(String where, Profile whole, FoldedProfile folded) {
        Profile part = folded.profile();
        near(where, whole.total(), part.total());
        near(where, whole.atPeak(), part.atPeak());
        near(where, whole.atEnd(), part.atEnd());
        assertEquals(whole.livePeak().orElseThrow().time(), part.livePeak().orElseThrow().time());
        assertEquals(whole.occupiedPeak(), part.occupiedPeak(), where);
        assertEquals(sum(whole, 0), sum(part, 0), where);
        assertEquals(sum(whole, 1), sum(part, 1), where);
        assertEquals(sum(whole, 2), sum(part, 2), where);
        assertEquals(sum(whole, 3), sum(part, 3), where);
        int points = part.points().size();
        assertEquals(whole.points().size(), folded.points() == 0 ? points
                : points - 1 + folded.points(), where);
    }

    private static long sum(Profile profile, int which) {
        return profile.points().stream().mapToLong(point -> new long[] {point.lifetime(),
                point.lifetimeMax(), point.temporaryBlocks(), point.samples()}[which]).sum();
    }

    private static void near(String where, Figure expected, Figure actual) {
        assertEquals(expected.known(), actual.known(), where);
        assertEquals(expected.bytes(), actual.bytes(), where);
        assertEquals(expected.blocks(), actual.blocks(), where);
        assertEquals(expected.bytesError(), actual.bytesError(), 1e-6, where);
        assertEquals(expected.blocksError(), actual.blocksError(), 1e-6, where);
    }

    private static ProgramPoint point(String frame, long total, long peak, long end) {
        return ProgramPoint.builder().frames(List.of(frame)).total(Figure.of(total, 1))
                .atPeak(Figure.of(peak, 1)).atEnd(Figure.of(end, 1)).max(Figure.of(peak, 1))
                .build();
    }

    @Test
    void whatIsLargeInOneFigureIsKept() {
        List<ProgramPoint> points = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            points.add(point("small " + i, 10, 1, 0));
        }
        points.add(point("total", 100_000, 0, 0));
        points.add(point("peak", 1, 100_000, 0));
        points.add(point("end", 1, 1, 100_000));
        Profile whole = profile(points);
        Ranking ranking = Ranking.of(whole);
        FoldedProfile folded = FoldedProfile.of(whole, ranking.points(ranking.withShare(0.05)));
        assertEquals(100, folded.points());
        assertEquals(Figure.of(1_000, 100), folded.total());
        assertEquals(List.of("total", FoldedProfile.FRAME, "peak", "end"),
                List.of(frame(folded, 0), frame(folded, 1), frame(folded, 2), frame(folded, 3)));
        ProgramPoint together = folded.profile().points().get(1);
        assertTrue(together.maxLowerBound());
        assertEquals(100, together.max().bytes());
    }

    private static String frame(FoldedProfile folded, int point) {
        return folded.profile().points().get(point).frames().get(0);
    }

    @Test
    void oneAloneIsNotFolded() {
        Profile whole = profile(List.of(point("a", 1_000_000, 1, 1), point("b", 1, 1, 1)));
        FoldedProfile folded = FoldedProfile.of(whole, Ranking.of(whole).points(1));
        assertSame(whole, folded.profile());
        assertEquals(0, folded.points());
        assertEquals(Figure.ZERO, folded.total());
    }

    @Test
    void whatWasFoldedBeforeIsFoldedAgain() {
        Profile whole = profile(List.of(point(FoldedProfile.FRAME, 1_000, 1, 1),
                point("b", 10, 1, 1), point("c", 100, 1, 1)));
        Ranking ranking = Ranking.of(whole);
        FoldedProfile folded = FoldedProfile.of(whole, ranking.points(2));
        assertEquals(2, folded.profile().points().size());
        assertEquals(1_010, folded.total().bytes());
        assertEquals(0, FoldedProfile.of(whole, ranking.points(3)).points());
    }

    @Test
    void unknownStaysUnknown() {
        ProgramPoint unknown = ProgramPoint.builder().frames(List.of("a")).total(Figure.of(9, 1))
                .build();
        ProgramPoint other = ProgramPoint.builder().frames(List.of("b")).total(Figure.of(8, 1))
                .build();
        Profile whole = profile(List.of(unknown, other, point("c", 1_000, 5, 5)));
        FoldedProfile folded = FoldedProfile.of(whole, Ranking.of(whole).points(1));
        assertEquals(2, folded.points());
        assertFalse(folded.atEnd().known());
        assertFalse(folded.profile().points().get(1).max().known());
        assertEquals(17, folded.total().bytes());
    }
}
