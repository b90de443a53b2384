// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import dev.jdhat.cli.profiles.ReportFile;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** What is said of a command that did not do its work, and the exit code that it ends with. */
final class Failures {
    private Failures() {}

    /** Wrong usage: what is wrong, and how it is right. */
    static int misused(Shell shell, ParameterException e) {
        CommandLine command = e.getCommandLine();
        shell.err().println(command.getCommandSpec().qualifiedName() + ": " + misuse(e));
        command.getErr().print("Usage: " + command.getHelp().synopsis("Usage: ".length()));
        command.getErr().flush();
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        shell.err().println("All options: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    /** What is wrong, without a number for the place of a word that nobody asked for. */
    private static String misuse(ParameterException e) {
        if (e instanceof UnmatchedArgumentException
                && !((UnmatchedArgumentException) e).isUnknownOption()) {
            String word = ((UnmatchedArgumentException) e).getUnmatched().get(0);
            boolean first = e.getCommandLine().getParent() == null;
            return (first ? "Unknown command: '" : "One argument too many: '") + word + "'";
        }
        // What picocli's help says of a command that it does not know.
        return e.getMessage()
                .replaceFirst("^Unknown subcommand ('.*')\\.$", "Unknown command: $1");
    }

    /** What could not be done; what nobody foresaw is thrown again. */
    static int failed(Shell shell, CommandLine command, Exception e) throws Exception {
        String message;
        ExitCode code = ExitCode.FAILED;
        if (e instanceof CommandFailed) {
            message = e.getMessage();
            code = ((CommandFailed) e).exitCode();
        } else if (e instanceof IOException) {
            message = about(e) + ReportFile.reason((IOException) e);
        } else {
            throw e;
        }
        String sentence =
                message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        shell.err().println("jdhat " + command.getCommandName() + ": " + sentence);
        return code.code();
    }

    /** The file that the system's reason is about. */
    private static String about(Exception e) {
        String file =
                e instanceof FileSystemException ? ((FileSystemException) e).getFile() : null;
        return file == null ? "" : file + ": ";
    }

    /** What the disk had no room for is no success. */
    static int printed(Shell shell, int code) {
        if (shell.lost().isEmpty()) {
            return code;
        }
        shell.err()
                .println(
                        "jdhat: cannot write to stdout: "
                                + ReportFile.reason(shell.lost().get()));
        return code == ExitCode.OK.code() ? ExitCode.FAILED.code() : code;
    }
}
