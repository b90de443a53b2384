// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.jvm.Jvms;

import picocli.CommandLine.Parameters;

/** The JVM that a command is about. */
public final class TargetArgument {
    @Parameters(
            index = "0",
            paramLabel = "PID|NAME",
            description = "A process id, or a part of the main class or jar of one running JVM.")
    String target;

    long pid() {
        return Jvms.find(target);
    }
}
