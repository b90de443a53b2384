// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.RecordingReport;
import dev.jdhat.profile.Unit;
import dev.jdhat.report.ReportPlaces;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Where the profile of a running JVM goes, and what is said about it. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            order = 1,
            description =
                    "Where to write the profile. Default: dhat-heap.json; dhat-ad-hoc.json for ad"
                            + " hoc events, beside FILE where both were recorded.")
    String output;

    @Mixin ProfileShape shape;

    /** Writes the profile of {@code recording}; the summary and the largest sites go to stderr. */
    void write(Shell shell, Path recording) throws IOException {
        write(shell, recording, output);
    }

    /**
     * As above.
     *
     * @param report where to write it: null is the usual place, {@code none} is nowhere
     */
    void write(Shell shell, Path recording, String report) throws IOException {
        RecordingReport profiles =
                RecordingReport.write(
                        shell, recording, shape.options(), units -> place(shell, report, units));
        profiles.summary().forEach(shell.err()::println);
        profiles.largest().forEach(shell.err()::println);
    }

    private static Path place(Shell shell, String report, Set<Unit> units) {
        return "none".equals(report)
                ? null
                : shell.resolve(report == null ? ReportPlaces.defaultName(units) : report);
    }
}
