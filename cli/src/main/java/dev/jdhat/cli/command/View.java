// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.Wait;
import dev.jdhat.cli.profiles.PageFile;
import dev.jdhat.cli.view.Desktop;
import dev.jdhat.cli.view.FollowedFile;
import dev.jdhat.cli.view.PageServer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jdhat view}. */
@Command(
        name = "view",
        description =
                "Show a profile in a browser of this machine until Ctrl-C. A recording that is"
                        + " being written is followed.")
public final class View implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    private final Shell shell;

    @Spec CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE|PID|NAME",
            description = ProfileArgument.KINDS + FileOrTarget.OR_TARGET)
    String target;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            order = 1,
            description = "Where to listen on 127.0.0.1. Default: any port that is free.")
    int port;

    @Option(
            names = "--no-open",
            order = 2,
            description = "Print the address only; else a browser opens where there is a desktop.")
    boolean noOpen;

    @Mixin SiteFilter sites;

    @Mixin PageOptions page;

    @Mixin ProfileShape shape;

    public View(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        sites.checkOne(spec);
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--port': '" + port + "' is not 0 to 65535");
        }
        Path file = file();
        FollowedFile followed = new FollowedFile(file, () -> read(file));
        try (PageServer server = PageServer.start(port, file.getFileName().toString(), followed)) {
            Wait.forInterrupt(() -> announce(file, server));
        }
        return ExitCode.OK.code();
    }

    private void announce(Path file, PageServer server) {
        shell.out()
                .println(
                        "jdhat: " + shell.show(file) + " is at " + server.address()
                                + " until Ctrl-C");
        if (!noOpen) {
            Desktop.open(server.openingAddress(), shell.environment());
        }
    }

    private byte[] read(Path file) throws IOException {
        // Asked first: a recording that ends meanwhile is read once more, to its end.
        boolean open = PageFile.isOpen(file);
        return page.data(PageFile.read(file, shape.options(), sites.filter).live(open)).packed();
    }

    private Path file() throws IOException {
        FileOrTarget source = new FileOrTarget(shell, target);
        return source.isFile() ? source.file() : source.recordingOfTarget();
    }
}
