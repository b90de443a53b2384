// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code jdhat agent-path}. */
@Command(
        name = "agent-path",
        description = "Print the path of the agent's library, for -agentpath:$(jdhat agent-path).")
public final class AgentPath implements Callable<Integer> {
    private final Shell shell;

    public AgentPath(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        shell.out().println(Agent.path());
        return ExitCode.OK.code();
    }
}
