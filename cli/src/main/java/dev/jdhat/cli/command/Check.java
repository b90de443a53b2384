// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.check.CheckResult;
import dev.jdhat.check.Checker;
import dev.jdhat.check.Limit;
import dev.jdhat.check.LimitsFile;
import dev.jdhat.check.MissingBaselineException;
import dev.jdhat.check.Suppression;
import dev.jdhat.check.Verdict;
import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.cli.text.CheckText;
import dev.jdhat.cli.text.JunitXml;
import dev.jdhat.cli.text.Style;
import dev.jdhat.profile.Profile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code jdhat check}. */
@Command(
        name = "check",
        description =
                "Judge a profile by limits: exit code 1 when it breaks one. For builds that shall"
                        + " fail when a program allocates, holds or leaks more than it may.")
public final class Check implements Callable<Integer> {
    private static final String DEFAULT_FILE = "jdhat.properties";

    private final Shell shell;

    @Spec CommandSpec spec;

    @Mixin ProfileArgument file;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            order = 1,
            description = "The same of an earlier run, for limits that compare.")
    String baseline;

    @Option(
            names = "--limits",
            paramLabel = "FILE",
            order = 2,
            description =
                    "Limits and known sites, as properties. Default: jdhat.properties in this"
                            + " folder, if it is there. Limits on the command line come first.")
    String limitsFile;

    @Mixin CheckLimits limits;

    @Option(
            names = "--markdown",
            order = 20,
            description = "Print a table in Markdown, for the description of a change.")
    boolean markdown;

    @Option(
            names = "--junit-xml",
            paramLabel = "FILE",
            order = 21,
            description = "Also write a test report for build servers, in which a limit is a test.")
    String junitXml;

    @Mixin ProfileShape shape;

    public Check(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Limit> all = new LinkedHashMap<>();
        List<Suppression> suppressions = new ArrayList<>();
        readFile(all, suppressions);
        limits.given().forEach(limit -> all.put(key(limit, all), limit));
        if (all.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    (limitsFile == null
                                    ? "There is nothing to check"
                                    : limitsFile + " has no limit")
                            + "; give a limit such as --max-end-bytes=0, or a file of limits with"
                            + " --limits");
        }
        List<Path> files = new ArrayList<>(List.of(file.path(shell)));
        if (baseline != null) {
            files.add(shell.resolve(baseline));
        }
        List<Profile> read = ProfileFile.read(shell, files, shape.options());
        Profile profile = read.get(0);
        Profile earlier = baseline == null ? null : read.get(1);
        CheckResult result = judge(profile, earlier, List.copyOf(all.values()), suppressions);
        (markdown
                        ? CheckText.markdown(result)
                        : CheckText.lines(result, Style.of(shell.colours()), shell.width()))
                .forEach(shell.out()::println);
        if (junitXml != null) {
            writeTests(result, files);
        }
        return (result.any(Verdict.BROKEN)
                        ? ExitCode.NO
                        : result.any(Verdict.UNKNOWN) ? ExitCode.FAILED : ExitCode.OK)
                .code();
    }

    /** One of each name, but as many expressions as there are. */
    private static String key(Limit limit, Map<String, Limit> all) {
        return limit.name().equals(Limit.FAIL_ON) ? limit.name() + all.size() : limit.name();
    }

    private void readFile(Map<String, Limit> all, List<Suppression> suppressions) {
        Path path = shell.resolve(limitsFile == null ? DEFAULT_FILE : limitsFile);
        if (limitsFile == null && !Files.exists(path)) {
            return;
        }
        if (!Files.exists(path)) {
            throw new CommandFailed(path + " does not exist");
        }
        try {
            LimitsFile read = LimitsFile.read(path);
            read.limits().forEach(limit -> all.put(limit.name(), limit));
            suppressions.addAll(read.suppressions());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), shell.show(path) + ": " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailed("cannot read " + path + ": " + ReportFile.reason(e));
        }
    }

    private CheckResult judge(
            Profile profile, Profile earlier, List<Limit> all, List<Suppression> suppressions) {
        try {
            return new Checker(profile, earlier, LocalDate.now()).check(all, suppressions);
        } catch (MissingBaselineException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    e.limit() + " needs an earlier profile; name it with --baseline");
        } catch (IllegalArgumentException e) {
            throw CommandFailed.because(e);
        }
    }

    private void writeTests(CheckResult result, List<Path> inputs) {
        ReportFile.write(
                ReportFile.other(shell.resolve(junitXml), inputs.toArray(Path[]::new)),
                out -> JunitXml.write("jdhat check " + file, result, out));
    }
}
