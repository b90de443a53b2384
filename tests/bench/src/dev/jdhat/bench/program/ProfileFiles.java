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

/**
 * Writes profiles in DHAT's format, FOLDER/0.json and so on: arguments FOLDER FILES POINTS. A stack
 * has 25 frames of a call tree that narrows to its root, as those of programs do; nine of ten
 * points of a file are in each of the others, too. The same arguments make the same files.
 */
public final class ProfileFiles {
    private static final int DEPTH = 25;
    private static final int CLASSES = 500;

    private ProfileFiles() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int points = Integer.parseInt(args[2]);
        for (int file = 0; file < Integer.parseInt(args[1]); file++) {
            Profile profile = profile(file, points);
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(folder.resolve(file + ".json")))) {
                DhatWriter.write(profile, out);
            }
        }
    }

    private static Profile profile(int file, int points) {
        Random figures = new Random(file);
        List<ProgramPoint> made = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            boolean shared = i % 10 != 0;
            made.add(point(shared ? i : i + (file + 1L) * 10 * points, figures));
        }
        ProfileInfo info = ProfileInfo.builder().command("demo.Service").pid(4711 + file)
                .timeAtPeak(3_000_000).timeAtEnd(5_000_000).shortLived(5_000)
                .bytesName("bytes").build();
        return Profile.builder(info).points(made).build();
    }

    private static ProgramPoint point(long number, Random figures) {
        String name = "com.example.model.Type" + number % CLASSES;
        List<String> frames = new ArrayList<>();
        frames.add(name + " (class)");
        for (int depth = DEPTH - 1; depth >= 0; depth--) {
            // At each level down to the root there are half as many methods.
            long method = number >> Math.max(0, DEPTH - 1 - depth);
            frames.add("com.example.layer" + depth + ".Service" + method % 1_000 + ".step"
                    + method + " (Service" + method % 1_000 + ".java:" + (10 + depth) + ")");
        }
        long blocks = 1 + figures.nextInt(1_000);
        long bytes = blocks * (16 + 8 * figures.nextInt(100));
        return ProgramPoint.builder().frames(frames).allocatedClass(name)
                .total(Figure.of(bytes, blocks)).max(Figure.of(bytes / 2, blocks / 2))
                .atPeak(Figure.of(bytes / 3, blocks / 3)).atEnd(Figure.of(bytes / 8, blocks / 8))
                .lifetime(blocks * figures.nextInt(1_000_000)).samples(blocks).build();
    }
}
