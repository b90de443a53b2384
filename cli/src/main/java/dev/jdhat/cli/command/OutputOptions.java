// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.RecordingReport;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Unit;
import dev.jdhat.report.ReportPlaces;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Where the profile of a recording goes, and what is said about it. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            order = 1,
            description =
                    "Where to write the profile; - is stdout. Default: dhat-heap.json;"
                            + " dhat-ad-hoc.json for ad hoc events, beside FILE where both were"
                            + " recorded.")
    String output;

    @Mixin ProfileShape shape;

    /** Writes the profile of {@code recording}; the summary goes to stderr. */
    void write(Shell shell, Path recording) throws IOException {
        write(shell, recording, output, false);
    }

    /** As above, of what a running JVM recorded; the largest sites go to stderr, too. */
    void writeOfTarget(Shell shell, Path recording) throws IOException {
        writeOfTarget(shell, recording, output);
    }

    /**
     * As above.
     *
     * @param report where to write it: null is the usual place, {@code none} is nowhere
     */
    void writeOfTarget(Shell shell, Path recording, String report) throws IOException {
        try {
            write(shell, recording, report, true);
        } catch (CommandFailed e) {
            // Only the agent named the recording, which is all that there is now.
            throw new CommandFailed(
                    e.exitCode(), e.getMessage() + "; the recording is " + shell.show(recording));
        }
    }

    private void write(Shell shell, Path recording, String report, boolean sites)
            throws IOException {
        if ("-".equals(report)) {
            print(shell, recording);
            return;
        }
        RecordingReport profiles =
                RecordingReport.write(
                        shell,
                        recording,
                        shape.options(),
                        units -> place(shell, recording, report, units));
        profiles.summary().forEach(shell.err()::println);
        if (sites) {
            profiles.largest().forEach(shell.err()::println);
        }
    }

    private void print(Shell shell, Path recording) throws IOException {
        DhatWriter.write(ProfileFile.read(shell, recording, shape.options()), shell.out());
        shell.out().flush();
        if (ProfileFile.countsBoth(recording)) {
            shell.err()
                    .println(
                            "jdhat: stdout has the profile of the heap only; for that of the ad hoc"
                                    + " events too name a file: -o FILE");
        }
    }

    private static Path place(Shell shell, Path recording, String report, Set<Unit> units) {
        if ("none".equals(report)) {
            return null;
        }
        String name = report == null ? ReportPlaces.defaultName(units) : report;
        return ReportFile.other(shell.resolve(name), recording);
    }
}
