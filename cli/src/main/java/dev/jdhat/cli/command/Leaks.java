// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
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
    private final Shell shell;

    @Spec CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RECORDING|PID|NAME",
            description = "A file that the agent wrote (*.jdhat)" + FileOrTarget.OR_TARGET)
    String source;

    @Mixin ListOptions list;

    @Option(
            names = "--all",
            order = 4,
            description =
                    "List sites of every verdict, not only those that grow or may grow.")
    boolean all;

    @Option(
            names = "--settle",
            order = 5,
            description =
                    "First have the running JVM collect completely, up to three times; it stands"
                            + " still meanwhile.")
    boolean settle;

    @Option(
            names = "--fail-on-growing",
            order = 6,
            description = "End with 1 when a site is growing.")
    boolean failOnGrowing;

    @Option(names = "--json", order = 7, description = "Print JSON, for scripts.")
    boolean json;

    @Mixin SiteFilter sites;

    public Leaks(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        sites.checkOne(spec);
        Path file = recording();
        Profile profile = read(file);
        LeakReport report = LeakReport.of(profile).keeping(sites.filter::accepts);
        List<SiteTrend> shown =
                report.sites().stream()
                        .filter(site -> all || isSuspicious(site.verdict()))
                        .limit(list.top)
                        .toList();
        if (json) {
            LeaksWriter.write(report, shown, shell.out());
        } else {
            // Marks say nothing of leaks, and a program may set one in each round.
            ProfileHead.lines(profile).stream()
                    .filter(line -> !line.startsWith("Mark:"))
                    .forEach(shell.out()::println);
            new LeaksText(report, Style.of(shell.colours()), shell.width())
                    .lines(shown, list.depth)
                    .forEach(shell.out()::println);
        }
        boolean grows = report.counts().get(Verdict.GROWING) > 0;
        return (failOnGrowing && grows ? ExitCode.NO : ExitCode.OK).code();
    }

    private static boolean isSuspicious(Verdict verdict) {
        return verdict == Verdict.GROWING || verdict == Verdict.NOT_ENOUGH;
    }

    private Path recording() throws IOException {
        FileOrTarget either = new FileOrTarget(shell, source);
        if (!either.isFile()) {
            return settle ? either.recordingOfTarget("settle") : either.recordingOfTarget();
        }
        if (settle) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--settle' needs a JVM that runs, and " + source + " is a file");
        }
        Path file = either.file();
        if (!ProfileFile.isRecording(file)) {
            throw new CommandFailed(
                    file
                            + " is a profile: it does not tell what was live when; name the"
                            + " recording (*.jdhat) that it was made of");
        }
        return file;
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
