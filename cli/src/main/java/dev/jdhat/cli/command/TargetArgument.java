// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.jvm.Jvms;

import picocli.CommandLine.Parameters;

/** The JVM that a command is about. */
public final class TargetArgument {
    /** How a JVM is named. */
    static final String WAYS =
            "its process id, or a part of its main class or jar that no other has.";

    @Parameters(index = "0", paramLabel = "PID|NAME", description = "A running JVM: " + WAYS)
    String target;

    long pid() {
        return Jvms.find(target);
    }
}
