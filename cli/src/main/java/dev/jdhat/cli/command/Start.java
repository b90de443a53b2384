// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.FilePattern;
import dev.jdhat.cli.jvm.Reply;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code jdhat start}. */
@Command(
        name = "start",
        description = "Start to record in a running JVM; it goes on until 'jdhat stop' or its end.")
public final class Start implements Callable<Integer> {
    private final Shell shell;

    @Mixin TargetArgument target;

    @Mixin AgentOptions options;

    public Start(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        AgentString text =
                options.addTo(AgentString.command("start"))
                        .with("file", absolute(shell, options.file, FilePattern.RECORDING));
        String report = options.reportOrDefault();
        text.with("report", report.equals("none") ? report : absolute(shell, report, null));
        try (AgentDoor door = AgentDoor.open(target.pid())) {
            Reply reply = door.send(Agent.path(), text);
            shell.err()
                    .println(
                            "jdhat: process "
                                    + door.pid()
                                    + " records to "
                                    + reply.value("file")
                                    + "; end it with: jdhat stop "
                                    + door.pid());
        }
        return ExitCode.OK.code();
    }

    /** A pattern of a name that means the same in the target, whose working folder is another. */
    static String absolute(Shell shell, String pattern, String name) {
        String folder = FilePattern.literal(shell.folder().toString());
        return shell.folder()
                .getFileSystem()
                .getPath(folder)
                .resolve(pattern == null ? name : pattern)
                .toString();
    }
}
