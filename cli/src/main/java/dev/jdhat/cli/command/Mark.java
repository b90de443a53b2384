// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.Reply;
import dev.jdhat.cli.text.Units;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** {@code jdhat mark}. */
@Command(
        name = "mark",
        description = "Name this moment in the recording of a running JVM, and go on recording.")
public final class Mark implements Callable<Integer> {
    /** Bytes of a name in the recording. */
    private static final int LONGEST = 255;

    private final Shell shell;

    @Spec CommandSpec spec;

    @Mixin TargetArgument target;

    @Parameters(
            index = "1",
            paramLabel = "MARK",
            description = "What to call the moment, as 'after warm-up'; at most 255 bytes.")
    String name;

    public Mark(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        checkName();
        try (AgentDoor door = AgentDoor.open(target.pid())) {
            Reply reply = door.ask(Agent.path(), AgentString.command("mark", name));
            shell.err()
                    .println(
                            "jdhat: process "
                                    + door.pid()
                                    + ": '"
                                    + name
                                    + "' is marked "
                                    + Units.time(reply.number("elapsed_us").orElse(0))
                                    + " after the start of the recording");
        }
        return ExitCode.OK.code();
    }

    // In the agent's options the end of a line separates, and so does a comma, but not one behind a
    // backslash.
    private void checkName() {
        if (name.isBlank()
                || name.chars().anyMatch(Character::isISOControl)
                || name.endsWith("\\")) {
            throw wrong("'" + name + "' is not a line of text, or ends with a backslash");
        }
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw wrong("it has " + length + " bytes, and a mark has at most " + LONGEST);
        }
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), "Invalid value for MARK: " + reason);
    }
}
