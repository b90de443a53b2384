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

/** {@code jdhat stop}. */
@Command(name = "stop", description = "End the recording in a running JVM and make the profile.")
public final class Stop implements Callable<Integer> {
    private final Shell shell;

    @Mixin TargetArgument target;

    @Mixin OutputOptions output;

    public Stop(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        try (AgentDoor door = AgentDoor.open(target.pid())) {
            output.writeOfTarget(
                    shell, door.recording(door.ask(Agent.path(), AgentString.command("stop"))));
        }
        return ExitCode.OK.code();
    }
}
