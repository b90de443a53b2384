// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.FilePattern;
import dev.jdhat.cli.jvm.Wait;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jdhat attach}. */
@Command(
        name = "attach",
        description =
                "Profile a running JVM for a while: start, wait, stop, report."
                        + " Ctrl-C ends the wait.")
public final class Attach implements Callable<Integer> {
    private final Shell shell;

    @Spec CommandSpec spec;

    @Mixin TargetArgument target;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            order = 0,
            description =
                    "How long to record, as 30s or 5m. Default: until Ctrl-C or the end of the"
                            + " program.")
    String duration;

    @Mixin OutputOptions output;

    @Mixin AgentOptions options;

    public Attach(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        long micros = duration == null ? Long.MAX_VALUE : Quantity.micros(duration);
        if (micros <= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--duration': '"
                            + duration
                            + "' is not a time as 30s or 5m");
        }
        if (options.report != null && output.output != null) {
            throw new ParameterException(
                    spec.commandLine(), "--report and -o both name the profile: give one");
        }
        try (AgentDoor door = AgentDoor.open(target.pid())) {
            Path recording = door.recording(door.send(Agent.path(), startString()));
            new Wait(shell, door.pid(), micros)
                    .run(
                            "jdhat: process "
                                    + door.pid()
                                    + " is being recorded to "
                                    + shell.show(recording)
                                    + "; Ctrl-C ends it and reports");
            stop(door);
            output.writeOfTarget(
                    shell, recording, options.report == null ? output.output : options.report);
        }
        return ExitCode.OK.code();
    }

    private AgentString startString() {
        return options.addTo(AgentString.command("start"))
                .with("file", Start.absolute(shell, options.file, FilePattern.RECORDING))
                .with("report", "none");
    }

    // A program that ended meanwhile has closed its recording itself.
    private static void stop(AgentDoor door) throws IOException {
        try {
            door.ask(Agent.path(), AgentString.command("stop"));
        } catch (CommandFailed e) {
            if (ProcessHandle.of(door.pid()).isPresent()) {
                throw e;
            }
        }
    }
}
