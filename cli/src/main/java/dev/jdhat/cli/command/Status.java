// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.Agent;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.Reply;
import dev.jdhat.cli.text.StatusText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jdhat status}. */
@Command(
        name = "status",
        description = "Say what jdhat does in a running JVM; exit code 1 when it does not record.")
public final class Status implements Callable<Integer> {
    private final Shell shell;

    @Mixin TargetArgument target;

    @Option(names = "--json", description = "The agent's answer as JSON.")
    boolean json;

    public Status(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        try (AgentDoor door = AgentDoor.open(target.pid())) {
            Reply reply =
                    door.agentPresent()
                            ? door.ask(Agent.path(), AgentString.command("status"))
                            : Reply.of(List.of("ok", "state=absent"));
            if (json) {
                shell.out()
                        .println(
                                new ObjectMapper()
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(reply.values()));
            } else {
                StatusText.lines(door.pid(), reply).forEach(shell.out()::println);
            }
            return (reply.recording() ? ExitCode.OK : ExitCode.NO).code();
        }
    }
}
