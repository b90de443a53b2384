// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
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

    @Mixin OutputOptions output;

    public Report(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        output.write(shell, shell.resolve(recording));
        return ExitCode.OK.code();
    }
}
