// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

/**
 * A command that could not do its work; the message is one sentence for the user, in lower case,
 * without a full stop.
 */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    public CommandFailed(String message) {
        this(ExitCode.FAILED, message);
    }

    public CommandFailed(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** With what the library says, which is made of sentences. */
    public static CommandFailed because(IllegalArgumentException e) {
        String message = e.getMessage();
        return new CommandFailed(Character.toLowerCase(message.charAt(0)) + message.substring(1));
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
