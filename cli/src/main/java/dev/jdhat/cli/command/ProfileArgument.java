// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.Shell;

import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** The profile that a command looks at. */
public final class ProfileArgument {
    /** What can be named wherever a profile is asked for. */
    static final String KINDS =
            "A recording (*.jdhat), or a profile in DHAT's format from any tool";

    @Parameters(index = "0", paramLabel = "FILE", description = KINDS + ".")
    private String word;

    Path path(Shell shell) {
        return shell.resolve(word);
    }

    /** As the user wrote it. */
    @Override
    public String toString() {
        return word;
    }
}
