// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;
import dev.jdhat.report.Summary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a profiler leaves behind: a DHAT file, and the summary on stderr. */
final class ReportFile {
    private ReportFile() {
    }

    /** Writes the profile; folders on the way to the file are made. */
    static void write(Profile profile, Path file) {
        RunningSession.own(() -> {
            try {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    DhatWriter.write(profile, out);
                }
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException("Writing to " + file + " failed: " + e, e);
            }
        });
    }

    /** Prints the summary; {@code saved} null when the profile was not written. */
    static void print(Profile profile, Path saved) {
        RunningSession.own(() -> {
            Summary.lines(profile, saved).forEach(System.err::println);
            return null;
        });
    }
}
