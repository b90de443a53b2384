// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.RecordingReport;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Unit;
import dev.jdhat.report.ReportPlaces;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code jdhat report}. */
@Command(
        name = "report",
        description =
                "Make a profile in DHAT's format from a recording; the program may still run.")
public final class Report implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "RECORDING",
            description = "A file that the agent wrote (*.jdhat).")
    String recording;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            order = 1,
            description =
                    "Where to write it; - is stdout. Default: dhat-heap.json; dhat-ad-hoc.json for"
                            + " ad hoc events, beside FILE where both were recorded.")
    String output;

    @Mixin ProfileShape shape;

    public Report(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path file = shell.resolve(recording);
        if ("-".equals(output)) {
            print(file);
        } else {
            RecordingReport.write(shell, file, shape.options(), this::place)
                    .summary()
                    .forEach(shell.err()::println);
        }
        return ExitCode.OK.code();
    }

    private Path place(Set<Unit> units) {
        return shell.resolve(output == null ? ReportPlaces.defaultName(units) : output);
    }

    private void print(Path file) throws IOException {
        DhatWriter.write(ProfileFile.read(shell, file, shape.options()), shell.out());
        shell.out().flush();
        if (ProfileFile.countsBoth(file)) {
            shell.err()
                    .println(
                            "jdhat: stdout has the profile of the heap only; for that of the ad hoc"
                                    + " events too name a file: -o FILE");
        }
    }
}
