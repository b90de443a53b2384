// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.demo.KnownSite;
import dev.jdhat.cli.demo.ObjectStoreDemo;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.ChildProcess;
import dev.jdhat.cli.jvm.FilePattern;
import dev.jdhat.cli.jvm.JavaFinder;
import dev.jdhat.cli.jvm.PrivateFolder;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.cli.text.Lessons;
import dev.jdhat.cli.text.SiteList;
import dev.jdhat.cli.text.Style;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.SortBy;
import dev.jdhat.report.Summary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code jdhat demo}. */
@Command(
        name = "demo",
        description =
                "Profile a small object store with the usual asynchronous leaks, and show where"
                        + " its memory is.")
public final class Demo implements Callable<Integer> {
    private static final int TOP = 5;
    private static final int FRAMES = 4;
    private static final int COLLECT_AT = 2_000;

    private final Shell shell;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "dhat-heap.json",
            description = "Where to write the profile. Default: ${DEFAULT-VALUE}.")
    String output;

    public Demo(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path file = shell.resolve(output);
        shell.err()
                .println("jdhat: profiling the demo, every block of it; this takes a few seconds");
        Profile profile;
        try (PrivateFolder folder = PrivateFolder.in(shell.folder())) {
            Path recording = folder.path().resolve("demo.jdhat");
            runDemo(recording);
            profile = ProfileFile.ofRecording(recording, ProfileOptions.defaults());
            Files.delete(recording);
        }
        ReportFile.write(profile, file);
        print(profile, file);
        return ExitCode.OK.code();
    }

    private void runDemo(Path recording) throws IOException {
        String options =
                AgentString.atLoad()
                        .with("interval", "exact")
                        .with("file", FilePattern.literal(recording.toString()))
                        .with("report", "none")
                        .with("gc", "on")
                        .with("gc-at", COLLECT_AT)
                        .with("quiet", "on")
                        .text(recording.getParent());
        Map<String, String> environment = new HashMap<>(shell.environment());
        environment.remove("JDHAT_CHILD");
        int code =
                ChildProcess.run(
                        List.of(
                                JavaFinder.own().toString(),
                                "-Xmx512m",
                                "-agentpath:" + Agent.path() + "=" + options,
                                "-cp",
                                System.getProperty("java.class.path"),
                                ObjectStoreDemo.class.getName()),
                        environment,
                        shell.folder());
        if (code != 0) {
            throw new CommandFailed(
                    "the demo program ended with exit code " + code + "; what it says is above");
        }
        if (!Files.exists(recording)) {
            throw new CommandFailed(
                    "the demo program ran without the agent; what it says is above");
        }
    }

    private void print(Profile profile, Path file) {
        Summary.lines(profile, Path.of(shell.show(file))).forEach(shell.err()::println);
        Style style = Style.of(shell.colours());
        for (SortBy by : List.of(SortBy.PEAK, SortBy.END)) {
            shell.out().println();
            new SiteList(profile, by, style, shell.width())
                    .lines(TOP, FRAMES)
                    .forEach(shell.out()::println);
        }
        shell.out().println();
        Lessons.lines(profile, KnownSite.values(), style, shell.width())
                .forEach(shell.out()::println);
    }
}
