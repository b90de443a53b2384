// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.Jvms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A word that names a file, or else a JVM whose recording is meant. */
record FileOrTarget(Shell shell, String word) {
    /** What help says of such a word, after the kinds of files. */
    static final String OR_TARGET =
            ", or a JVM that records now: " + TargetArgument.WAYS + " A file of that name wins.";

    boolean isFile() {
        return Files.exists(file());
    }

    Path file() {
        return shell.resolve(word);
    }

    /** What the JVM records to, with all that it has seen, once it has done {@code commands}. */
    Path recordingOfTarget(String... commands) throws IOException {
        try (AgentDoor door = AgentDoor.open(pid())) {
            for (String command : commands) {
                door.ask(Agent.path(), AgentString.command(command));
            }
            return door.recording(door.ask(Agent.path(), AgentString.command("dump")));
        }
    }

    /** Nobody knows which of the two was meant, so the reason speaks of both. */
    private long pid() {
        try {
            return Jvms.find(word);
        } catch (CommandFailed e) {
            throw new CommandFailed(file() + " does not exist, and " + e.getMessage());
        }
    }
}
