// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a profile in every format, and as a DHAT file for {@code jdhat export}. Arguments: a
 * folder and the number of program points.
 */
public final class ExportBenchmark {
    private static final int METHODS = 20_000;

    private ExportBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Profile profile = ManyPoints.profile(Integer.parseInt(args[1]), METHODS);
        long start = System.nanoTime();
        Path dhat = folder.resolve("many.json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dhat))) {
            DhatWriter.write(profile, out);
        }
        say("dhat", start, dhat);
        for (ExportFormat format : ExportFormat.values()) {
            start = System.nanoTime();
            Path file = folder.resolve("many." + format.word());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                format.write(profile, SortBy.TOTAL, out);
            }
            say(format.word(), start, file);
        }
    }

    private static void say(String what, long start, Path file) throws IOException {
        System.out.printf("%-10s %6.2f s %,12d bytes%n", what,
                (System.nanoTime() - start) / 1e9, Files.size(file));
    }
}
