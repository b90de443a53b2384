// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code jdhat completion}. */
@Command(
        name = "completion",
        aliases = "generate-completion",
        description = "Print a completion script for bash and zsh: source <(jdhat completion)")
public final class Completion implements Callable<Integer> {
    private final Shell shell;

    @Spec CommandSpec spec;

    public Completion(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.out().println(AutoComplete.bash("jdhat", spec.root().commandLine()));
        return ExitCode.OK.code();
    }
}
