// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FrameTable;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.StackNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** What must hold of any profiles that are merged, tried on many. */
class MergeLawTest {
    private static final int TRIES = 300;

    static Profile merge(List<Profile> profiles) {
        ProfileMerge merge = new ProfileMerge();
        for (int i = 0; i < profiles.size(); i++) {
            merge.add(profiles.get(i), "profile " + i);
        }
        return merge.merged();
    }

    private static Profile merge(Profile... profiles) {
        return merge(List.of(profiles));
    }

    @Test
    void theMergeOfOneIsItself() {
        Profile one = new RandomProfiles(1).one();
        assertSame(one, merge(one));
    }

    @Test
    void theOrderDoesNotMatter() {
        for (int seed = 0; seed < TRIES; seed++) {
            List<Profile> profiles = new RandomProfiles(seed).several(2 + seed % 4);
            List<Profile> other = new ArrayList<>(profiles);
            Collections.shuffle(other, new Random(seed));
            Profile one = merge(profiles);
            assertEquals(Facts.of(one), Facts.of(merge(other)), "seed " + seed);
        }
    }

    @Test
    void theOrderOfTheSitesDoesNotDependOnThatOfTheProfiles() {
        for (int seed = 0; seed < TRIES; seed++) {
            List<Profile> profiles = new RandomProfiles(seed).several(3);
            Profile one = merge(profiles);
            Collections.reverse(profiles);
            Profile other = merge(profiles);
            for (int i = 0; i < one.points().size(); i++) {
                assertEquals(one.points().get(i).frames(), other.points().get(i).frames());
            }
        }
    }

    @Test
    void theGroupingDoesNotMatter() {
        for (int seed = 0; seed < TRIES; seed++) {
            RandomProfiles random = new RandomProfiles(seed);
            Profile a = random.one();
            Profile b = random.one();
            Profile c = random.one();
            String all = Facts.of(merge(a, b, c));
            assertEquals(all, Facts.of(merge(merge(a, b), c)), "seed " + seed);
            assertEquals(all, Facts.of(merge(a, merge(b, c))), "seed " + seed);
        }
    }

    /** Computed once more, by hand. */
    @Test
    void whatAddsUpAddsUp() {
        for (int seed = 0; seed < TRIES; seed++) {
            List<Profile> profiles = new RandomProfiles(seed).several(4);
            Profile merged = merge(profiles);
            figures(profiles, merged, ProgramPoint::total);
            figures(profiles, merged, ProgramPoint::atPeak);
            figures(profiles, merged, ProgramPoint::atEnd);
            figures(profiles, merged, ProgramPoint::max);
            counts(profiles, merged, ProgramPoint::lifetime);
            counts(profiles, merged, ProgramPoint::lifetimeMax);
            counts(profiles, merged, ProgramPoint::samples);
            counts(profiles, merged, ProgramPoint::temporaryBlocks);
            assertEquals(profiles.stream().mapToLong(each -> each.total().bytes()).sum(),
                    merged.total().bytes());
            assertEquals(profiles.stream().mapToLong(each -> each.atEnd().blocks()).sum(),
                    merged.atEnd().blocks());
        }
    }

    private static void figures(List<Profile> profiles, Profile merged,
            Function<ProgramPoint, Figure> of) {
        counts(profiles, merged, point -> of.apply(point).bytes());
        counts(profiles, merged, point -> of.apply(point).blocks());
        Map<List<String>, Double> variances = new HashMap<>();
        profiles.forEach(profile -> profile.points().forEach(point -> variances.merge(
                point.frames(), Math.pow(of.apply(point).bytesError(), 2), Double::sum)));
        for (ProgramPoint point : merged.points()) {
            double expected = Math.sqrt(variances.get(point.frames()));
            assertEquals(expected, of.apply(point).bytesError(), 1e-9 * expected);
        }
    }

    private static void counts(List<Profile> profiles, Profile merged,
            ToLongFunction<ProgramPoint> of) {
        Map<List<String>, Long> sums = new HashMap<>();
        profiles.forEach(profile -> profile.points().forEach(point ->
                sums.merge(point.frames(), of.applyAsLong(point), Long::sum)));
        assertEquals(sums.keySet().size(), merged.points().size());
        for (ProgramPoint point : merged.points()) {
            assertEquals(sums.get(point.frames()), of.applyAsLong(point));
        }
    }

    @Test
    void ownMaximaAreBounds() {
        for (int seed = 0; seed < TRIES; seed++) {
            List<Profile> profiles = new RandomProfiles(seed).several(3);
            for (ProgramPoint point : merge(profiles).points()) {
                long largest = 0;
                int some = 0;
                for (Profile profile : profiles) {
                    Figure max = maxOf(profile, point.frames());
                    assertTrue(point.max().bytes() >= max.bytes());
                    largest = Math.max(largest, max.bytes());
                    some += max.blocks() > 0 ? 1 : 0;
                }
                if (some < 2) {
                    assertNull(point.maxAtLeast(), "one maximum is not an upper bound");
                    assertEquals(largest, point.max().bytes());
                } else {
                    assertEquals(largest, point.maxAtLeast().bytes());
                }
            }
        }
    }

    private static Figure maxOf(Profile profile, List<String> frames) {
        return profile.points().stream().filter(point -> point.frames().equals(frames))
                .map(ProgramPoint::max).findFirst().orElse(Figure.UNKNOWN);
    }

    /** The order is the same in every JVM and version: the hash is what it was. */
    @Test
    void equalSitesAreOrderedByTheirTexts() {
        int[] ofTexts = {"x".hashCode(), "Aa".hashCode(), "BB".hashCode()};
        assertEquals(0x24addb390d672b4cL, StableOrder.hash(new int[] {1, 0}, ofTexts));
        assertEquals(0x24addb390d672b4cL, StableOrder.hash(new int[] {2, 0}, ofTexts));
        assertArrayEquals(new int[] {0, 1, 2}, order(site(8, 1), site(8, 1), site(8, 1)));
    }

    @Test
    void sitesAreOrderedByBytesThenByBlocks() {
        assertArrayEquals(new int[] {2, 1, 0}, order(site(8, 1), site(9, 1), site(9, 2)));
        assertArrayEquals(new int[] {1, 0, 2}, order(site(8, 1), site(16, 2), site(8, 1)));
    }

    private static SiteSum site(long bytes, long blocks) {
        SiteSum sum = new SiteSum();
        sum.add(ProgramPoint.builder().total(Figure.of(bytes, blocks)).build());
        return sum;
    }

    private static int[] order(SiteSum... three) {
        StackNumbers stacks = new StackNumbers();
        stacks.of(new int[] {0, 1});
        stacks.of(new int[] {2, 0});
        stacks.of(new int[] {1, 0});
        return StableOrder.of(List.of(three), stacks, new FrameTable(List.of("x", "Aa", "BB")));
    }
}
