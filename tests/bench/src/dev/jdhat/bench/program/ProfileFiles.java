// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Writes profiles in DHAT's format, FOLDER/0.json and so on: arguments FOLDER FILES POINTS KIND. Nine
 * of ten points of a file are in each of the others, too, and the same arguments make the same files.
 * KIND is
 *
 * <ul>
 *   <li>{@code shared}: stacks of 40 frames, which all points share, as the profiles of real programs
 *       have them: at 100,000 points 15,000 frames of 5,000 methods of 1,000 classes;
 *   <li>{@code own}: stacks of 25 frames of a call tree that narrows to its root, where each point
 *       has a method of its own: at 100,000 points some 200,000 methods.
 * </ul>
 */
public final class ProfileFiles {
    private static final int SHARED_DEPTH = 40;
    private static final int METHODS = 5_000;
    private static final int METHODS_OF_A_CLASS = 5;
    /** The places at which a method calls another; a point chooses one of two of them. */
    private static final int CALLS = 3;
    private static final int OWN_DEPTH = 25;
    private static final int OF_BLOCKS = 500;

    private ProfileFiles() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int points = Integer.parseInt(args[2]);
        LongFunction<List<String>> stacks = args[3].equals("own") ? ProfileFiles::ownFrames
                : ProfileFiles::sharedFrames;
        for (int file = 0; file < Integer.parseInt(args[1]); file++) {
            Profile profile = profile(file, points, stacks);
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(folder.resolve(file + ".json")))) {
                DhatWriter.write(profile, out);
            }
        }
    }

    private static Profile profile(int file, int points, LongFunction<List<String>> stacks) {
        Random figures = new Random(file);
        List<ProgramPoint> made = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            boolean shared = i % 10 != 0;
            made.add(point(shared ? i : i + (file + 1L) * 10 * points, stacks, figures));
        }
        ProfileInfo info = ProfileInfo.builder().command("demo.Service").pid(4711 + file)
                .timeAtPeak(3_000_000).timeAtEnd(5_000_000).shortLived(5_000)
                .bytesName("bytes").build();
        return Profile.builder(info).points(made).build();
    }

    private static ProgramPoint point(long number, LongFunction<List<String>> stacks,
            Random figures) {
        String name = "com.example.model.Type" + number % OF_BLOCKS;
        List<String> frames = new ArrayList<>(List.of(name + " (class)"));
        frames.addAll(stacks.apply(number));
        long blocks = 1 + figures.nextInt(1_000);
        long bytes = blocks * (16 + 8 * figures.nextInt(100));
        return ProgramPoint.builder().frames(frames).allocatedClass(name)
                .total(Figure.of(bytes, blocks)).max(Figure.of(bytes / 2, blocks / 2))
                .atPeak(Figure.of(bytes / 3, blocks / 3)).atEnd(Figure.of(bytes / 8, blocks / 8))
                .lifetime(blocks * figures.nextInt(1_000_000)).samples(blocks).build();
    }

    /**
     * A walk from the root through a graph of calls, one bit of the number for each: so no two
     * numbers have the same, and those that differ in their low bits go the same way for long.
     */
    private static List<String> sharedFrames(long number) {
        List<String> frames = new ArrayList<>();
        int method = 0;
        for (int left = SHARED_DEPTH - 1; left >= 0; left--) {
            long way = number >> left;
            int call = (int) (way & 1) + (int) (spread(way >> 1) % (CALLS - 1));
            int owner = method / METHODS_OF_A_CLASS;
            frames.add(0, "com.example.layer" + owner % 20 + ".Service" + owner + ".step" + method
                    + " (Service" + owner + ".java:" + (10 + CALLS * method + call) + ")");
            method = (int) (spread(CALLS * method + call + 1) % METHODS);
        }
        return frames;
    }

    /** A number that looks as if it was drawn, not negative, and the same each time. */
    private static long spread(long seed) {
        return new SplittableRandom(seed).nextLong() >>> 1;
    }

    private static List<String> ownFrames(long number) {
        List<String> frames = new ArrayList<>();
        for (int depth = OWN_DEPTH - 1; depth >= 0; depth--) {
            // At each level down to the root there are half as many methods.
            long method = number >> OWN_DEPTH - 1 - depth;
            frames.add("com.example.layer" + depth + ".Service" + method % 1_000 + ".step"
                    + method + " (Service" + method % 1_000 + ".java:" + (10 + depth) + ")");
        }
        return frames;
    }
}
