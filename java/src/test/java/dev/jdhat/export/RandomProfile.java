// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Profiles of all kinds, with names that no tool expects. */
final class RandomProfile {
    /** Among them all that the formats use to tell one thing from another. */
    static final List<String> NAMES = List.of("shop.Cart.add (Cart.java:5)",
            "shop.Cart.add (Cart.java:6)", "java.lang.Object.wait (native)", "a;b", "a\nb",
            "\"quoted\" 'twice'", "=1+1", "\ud800half", "pair \ud83d\ude00", "[other stacks]",
            "[no Java frames]", "C (Unknown Source)", "void f(int, char) (f.cpp:12)", ".", "..", "",
            "x (a b.java:0)", "main (src/main.rs:10:5)", "tab\there", "\u0000nul", "a,b\r\nc",
            "slash/in$$Lambda/0x0123.run (X.java)", "(class)", " (class)", "µ (in libm.so)");

    private static final List<String> TYPES = List.of("byte[]", "shop.Tag", "int[][]",
            "java.util.HashMap$Node[]", "odd \n; \"type", "half\udc00", "[]", "L;");

    private final Random random;

    private RandomProfile(long seed) {
        random = new Random(seed);
    }

    static Profile of(long seed) {
        return new RandomProfile(seed).profile();
    }

    private Profile profile() {
        boolean adHoc = random.nextInt(4) == 0;
        boolean lifetimes = !adHoc && random.nextInt(4) > 0;
        boolean sampled = random.nextBoolean();
        ProfileInfoBuilder info = ProfileInfo.builder().lifetimes(lifetimes).sampled(sampled)
                .command(random.nextBoolean() ? "shop.Main \"a\nb\" \ud800" : "").pid(7)
                .sampling(sampled ? Sampling.every(524_288) : Sampling.NONE)
                .timeAtEnd(1 + random.nextInt(1_000_000));
        if (adHoc) {
            info.unit(Unit.AD_HOC).mode("jvm-ad-hoc").verb("Occurred").byteName("unit")
                    .bytesName("units").blocksName("events");
        }
        List<ProgramPoint> points = new ArrayList<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            points.add(point(i, adHoc, lifetimes, sampled));
        }
        return Profile.builder(info.build()).points(points).build();
    }

    private ProgramPoint point(int at, boolean adHoc, boolean lifetimes, boolean sampled) {
        List<String> frames = new ArrayList<>();
        if (random.nextBoolean()) {
            frames.add(TYPES.get(random.nextInt(TYPES.size())) + (adHoc ? " (ad hoc)"
                    : " (class)"));
        }
        // No two may have the same frames, and one has none.
        for (int depth = at == 0 ? 0 : 1 + random.nextInt(6); depth > 0; depth--) {
            frames.add(NAMES.get(random.nextInt(NAMES.size())));
        }
        if (at > 0) {
            frames.add("shop.Root.m" + at + " (Root.java:" + at + ")");
        }
        ProgramPoint.Builder point = ProgramPoint.builder().frames(frames)
                .allocatedClass(random.nextBoolean() ? "" : "shop.Tag").total(figure(sampled))
                .samples(random.nextInt(9));
        if (lifetimes && random.nextInt(8) > 0) {
            point.atPeak(figure(sampled)).atEnd(figure(sampled)).max(figure(sampled))
                    .lifetime(random.nextInt(1_000_000)).temporaryBlocks(random.nextInt(9));
        }
        return point.build();
    }

    private Figure figure(boolean sampled) {
        long blocks = random.nextInt(3) == 0 ? 0 : (long) (1e12 * Math.pow(random.nextDouble(), 8));
        long bytes = blocks * (16 + random.nextInt(100));
        return sampled ? Figure.of(bytes, blocks, bytes * random.nextDouble(),
                blocks * random.nextDouble()) : Figure.of(bytes, blocks);
    }
}
