// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Span;
import dev.jdhat.profile.Tally;
import dev.jdhat.profile.ThreadShare;
import dev.jdhat.recording.Ending;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Profiles of few frames, so that their sites meet; some exact, some sampled, some in part. */
final class RandomProfiles {
    private final Random random;

    RandomProfiles(long seed) {
        random = new Random(seed);
    }

    List<Profile> several(int count) {
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            profiles.add(one());
        }
        return profiles;
    }

    Profile one() {
        boolean sampled = random.nextBoolean();
        boolean byThread = random.nextInt(3) == 0;
        List<ProgramPoint> points = new ArrayList<>();
        for (List<String> frames : stacks()) {
            points.add(point(frames, sampled, byThread));
        }
        Figure occupied = figure(5_000, sampled);
        return Profile.builder(info(sampled)).points(points)
                .livePeak(new Peak(Figure.ZERO, random.nextInt(100), random.nextBoolean()))
                .occupiedPeak(new Peak(occupied, random.nextInt(100), false)).build();
    }

    private Set<List<String>> stacks() {
        Set<List<String>> stacks = new LinkedHashSet<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            List<String> frames = new ArrayList<>();
            frames.add("T" + random.nextInt(2) + " (class)");
            for (int depth = random.nextInt(3); depth >= 0; depth--) {
                frames.add("a.B.m" + random.nextInt(3) + " (B.java:1)");
            }
            stacks.add(frames);
        }
        return stacks;
    }

    private List<ThreadShare> threads(boolean sampled) {
        return List.of(new ThreadShare("main", figure(500, sampled), figure(50, sampled),
                figure(5, sampled)), new ThreadShare("pool-" + random.nextInt(2),
                figure(500, sampled), Figure.UNKNOWN, Figure.UNKNOWN));
    }

    private ProgramPoint point(List<String> frames, boolean sampled, boolean byThread) {
        Figure total = figure(10_000, sampled);
        ProgramPoint.Builder point = ProgramPoint.builder().frames(frames).total(total)
                .allocatedClass(random.nextInt(4) == 0 ? "" : frames.get(0).substring(0, 2))
                .samples(total.blocks()).threads(byThread ? threads(sampled) : List.of());
        if (random.nextInt(6) == 0) {
            return point.build();
        }
        Figure end = total.blocks() < 100 ? Figure.ZERO : figure(100, sampled);
        return point.atPeak(figure(500, sampled)).atEnd(end).max(figure(900, sampled))
                .maxLowerBound(random.nextInt(5) == 0)
                .lifetime(random.nextInt(1_000)).lifetimeMax(1_000 + random.nextInt(1_000))
                .temporaryBlocks(random.nextInt(9))
                .survivorAges(end.blocks() == 0 ? null : ages())
                .deathAges(total.blocks() <= end.blocks() ? null : ages()).build();
    }

    private Ages ages() {
        int least = random.nextInt(5);
        return new Ages(least, least + random.nextDouble(), least + 1 + random.nextInt(5));
    }

    /** Sometimes nothing. */
    private Figure figure(int most, boolean sampled) {
        long blocks = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(most);
        long bytes = blocks * (8 + 8 * random.nextInt(9));
        return sampled && blocks > 0 ? Figure.of(bytes, blocks, bytes * random.nextDouble(),
                blocks * random.nextDouble()) : Figure.of(bytes, blocks);
    }

    private ProfileInfo info(boolean sampled) {
        ProfileInfoBuilder info = ProfileInfo.builder().version("0." + random.nextInt(3) + ".0")
                .command("shop.Main " + random.nextInt(2)).pid(1 + random.nextInt(2))
                .timeAtPeak(random.nextInt(100)).timeAtEnd(100 + random.nextInt(100))
                .shortLived(random.nextInt(20)).collector(random.nextBoolean() ? "G1" : "ZGC")
                .javaVersion(List.of(0L, 11L, 17L, 25L).get(random.nextInt(4)))
                .attached(random.nextInt(5) == 0).olderThreads(random.nextInt(3))
                .finalCollection(FinalCollection.values()[random.nextInt(4)])
                .ending(Ending.values()[random.nextInt(Ending.values().length)])
                .tornBytes(random.nextInt(3)).epochs(random.nextInt(50))
                .collections(random.nextInt(50)).compacted(random.nextInt(4) == 0)
                .liveAtAll(random.nextInt(4) > 0).thinned(random.nextInt(4) == 0)
                .lost(tally()).dropped(tally()).untracked(tally()).folded(tally())
                .doubtfulStacks(random.nextInt(3)).jvmAllocated(random.nextInt(1_000) - 1)
                .notes(random.nextBoolean() ? List.of("note " + random.nextInt(3))
                        : List.of("note 0", "note 1"))
                .marks(List.of(new Span("mark", 3, 3)));
        if (sampled) {
            long least = 1_024L << random.nextInt(3);
            info.sampled(true).sampling(new Sampling(random.nextBoolean() ? 0 : 4_096, tally(),
                    least, 2 * least, random.nextInt(50) - 1));
        }
        return info.build();
    }

    private Tally tally() {
        long blocks = random.nextInt(3);
        return new Tally(blocks, blocks * 16);
    }
}
