// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code jdhat dump}. */
@Command(
        name = "dump",
        description =
                "Make a profile of what a running JVM has recorded up to now, and go on recording.")
public final class Dump implements Callable<Integer> {
    private final Shell shell;

    @Mixin TargetArgument target;

    @Mixin OutputOptions output;

    public Dump(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        try (AgentDoor door = AgentDoor.open(target.pid())) {
            output.writeOfTarget(
                    shell, door.recording(door.ask(Agent.path(), AgentString.command("dump"))));
        }
        return ExitCode.OK.code();
    }
}
