// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentDoor;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.text.LeaksText;
import dev.jdhat.cli.text.ProfileHead;
import dev.jdhat.cli.text.Style;
import dev.jdhat.export.LeaksWriter;
import dev.jdhat.leaks.LeakReport;
import dev.jdhat.leaks.SiteTrend;
import dev.jdhat.leaks.Verdict;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jdhat leaks}. */
@Command(
        name = "leaks",
        description =
                "Rank sites by the evidence that they leak: what they hold after each collection,"
                        + " and whether that grows beyond chance.")
public final class Leaks implements Callable<Integer> {
    private static final int FRAMES = 8;

    private final Shell shell;

    @Spec CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RECORDING|PID",
            description =
                    "A file that the agent wrote (*.jdhat), or the process id of a JVM that"
                            + " records now.")
    String source;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            order = 1,
            description = "How many sites. Default: ${DEFAULT-VALUE}.")
    int top;

    @Option(
            names = "--all",
            order = 2,
            description =
                    "List sites of every verdict, not only those that grow or may grow.")
    boolean all;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "" + FRAMES,
            order = 3,
            description = "Frames of a site. Default: ${DEFAULT-VALUE}.")
    int depth;

    @Option(
            names = "--settle",
            order = 4,
            description =
                    "First have the running JVM collect completely, up to three times; it stands"
                            + " still meanwhile.")
    boolean settle;

    @Option(
            names = "--fail-on-growing",
            order = 5,
            description = "End with 1 when a site is growing.")
    boolean failOnGrowing;

    @Option(names = "--json", order = 6, description = "Print JSON, for scripts.")
    boolean json;

    @Mixin SiteFilter sites;

    public Leaks(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        sites.checkOne(spec);
        if (top < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--top': '" + top + "' is no number of sites");
        }
        Path file = recording();
        Profile profile = read(file);
        LeakReport report = LeakReport.of(profile).keeping(sites.filter::accepts);
        List<SiteTrend> shown =
                report.sites().stream()
                        .filter(site -> all || isSuspicious(site.verdict()))
                        .limit(top)
                        .toList();
        if (json) {
            LeaksWriter.write(report, shown, shell.out());
        } else {
            // Marks say nothing of leaks, and a program may set one in each round.
            ProfileHead.lines(profile).stream()
                    .filter(line -> !line.startsWith("Mark:"))
                    .forEach(shell.out()::println);
            new LeaksText(report, Style.of(shell.colours()), shell.width())
                    .lines(shown, depth)
                    .forEach(shell.out()::println);
        }
        boolean grows = report.counts().get(Verdict.GROWING) > 0;
        return (failOnGrowing && grows ? ExitCode.NO : ExitCode.OK).code();
    }

    private static boolean isSuspicious(Verdict verdict) {
        return verdict == Verdict.GROWING || verdict == Verdict.NOT_ENOUGH;
    }

    /** A file of that name, or else what the process of that number records to. */
    private Path recording() throws IOException {
        Path file = shell.resolve(source);
        if (Files.exists(file) || !source.matches("\\d{1,18}")) {
            if (!Files.exists(file)) {
                throw new CommandFailed(
                        file
                                + " does not exist; name a recording or the process id of a JVM"
                                + " that records");
            }
            if (settle) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Option '--settle' needs a JVM that runs, and " + source + " is a file");
            }
            if (!ProfileFile.isRecording(file)) {
                throw new CommandFailed(
                        file
                                + " is a profile: it does not tell what was live when; name the"
                                + " recording (*.jdhat) that it was made of");
            }
            return file;
        }
        try (AgentDoor door = AgentDoor.open(Long.parseLong(source))) {
            if (settle) {
                door.ask(Agent.path(), AgentString.command("settle"));
            }
            return door.recording(door.ask(Agent.path(), AgentString.command("dump")));
        }
    }

    /** The profile with its histories; says why there is none. */
    private static Profile read(Path file) throws IOException {
        Profile profile =
                ProfileFile.ofRecording(file, ProfileOptions.defaults().withHistory(true));
        if (profile.info().unit() == Unit.AD_HOC) {
            throw new CommandFailed(
                    file + " counts ad hoc events only, of which nothing stays that could leak");
        }
        if (profile.historyClock().isEmpty()) {
            throw new CommandFailed(
                    file
                            + " does not know what was live, for its blocks were not watched;"
                            + " record with liveness=on");
        }
        if (profile.historyClock().get().size() == 0) {
            throw new CommandFailed(
                    file
                            + " saw no collection yet, and only a collection shows what is live;"
                            + " let the program run on, or force some: jcmd "
                            + profile.info().pid()
                            + " GC.run");
        }
        return profile;
    }
}
