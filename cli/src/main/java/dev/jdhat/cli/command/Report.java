// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;
import dev.jdhat.report.Summary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
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
            defaultValue = "dhat-heap.json",
            order = 1,
            description = "Where to write it; - is stdout. Default: ${DEFAULT-VALUE}.")
    String output;

    @Mixin ProfileShape shape;

    public Report(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Profile profile = ProfileFile.read(shell.resolve(recording), shape.options());
        if (output.equals("-")) {
            DhatWriter.write(profile, shell.out());
            shell.out().flush();
            return ExitCode.OK.code();
        }
        Path file = shell.resolve(output);
        ReportFile.write(profile, file);
        Summary.lines(profile, Path.of(shell.show(file))).forEach(shell.err()::println);
        return ExitCode.OK.code();
    }
}
