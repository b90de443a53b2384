// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Profiles as of a large program: stacks share their outer frames, as those of threads do. */
final class ManyPoints {
    private static final int LEAST_DEPTH = 10;
    private static final int DEPTHS = 30;
    private static final int CLASSES = 2_000;

    private ManyPoints() {
    }

    static Profile profile(int points, int methods) {
        Random random = new Random(1);
        String[] frames = new String[methods];
        for (int i = 0; i < methods; i++) {
            frames[i] = "com.example.shop.part" + i % 97 + ".Class" + i / 7 + ".method" + i
                    + " (Class" + i / 7 + ".java:" + (1 + random.nextInt(900)) + ")";
        }
        List<ProgramPoint> made = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            made.add(point(i, frames, random));
        }
        return Profile.builder(ProfileInfo.builder().command("com.example.shop.Main --all")
                .version("0.1.0").pid(1234).timeAtEnd(60_000_000).build()).points(made).build();
    }

    private static ProgramPoint point(int at, String[] frames, Random random) {
        int depth = LEAST_DEPTH + random.nextInt(DEPTHS);
        List<String> stack = new ArrayList<>(depth + 1);
        stack.add("com.example.shop.Thing" + random.nextInt(CLASSES) + " (class)");
        // A pair of frames that no other site has.
        stack.add(frames[at % frames.length]);
        stack.add(frames[at / frames.length]);
        for (int i = 3; i <= depth; i++) {
            int choice = i < depth / 2 ? random.nextInt(frames.length) : (depth - i) * 3;
            stack.add(frames[choice % frames.length]);
        }
        long blocks = 1 + random.nextInt(1_000);
        long size = 16 + 8L * random.nextInt(64);
        return ProgramPoint.builder().frames(stack).total(Figure.of(blocks * size, blocks))
                .atPeak(Figure.of(blocks / 2 * size, blocks / 2))
                .atEnd(Figure.of(blocks / 4 * size, blocks / 4))
                .max(Figure.of(blocks / 2 * size, blocks / 2)).lifetime(blocks * 10)
                .samples(blocks).build();
    }
}
