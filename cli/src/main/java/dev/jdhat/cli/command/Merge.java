// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.MergedFiles;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;
import dev.jdhat.report.Summary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code jdhat merge}. */
@Command(
        name = "merge",
        description =
                "Add up the profiles of many runs. Totals, lifetimes and ends add up; at t-gmax is"
                        + " the sum of the runs' peaks, and the maximum of a site an upper bound.")
public final class Merge implements Callable<Integer> {
    private final Shell shell;

    @Spec CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Recordings (*.jdhat), and profiles in DHAT's format from any tool, all of one"
                            + " mode. @LIST stands for the names in a file of that name.")
    List<String> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "Where to write the sum, in DHAT's format; - is stdout.")
    String output;

    @Mixin ProfileShape shape;

    public Merge(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path saved = "-".equals(output) ? null : shell.resolve(output);
        MergedFiles merged = new MergedFiles(shell, shape.options());
        Profile profile = merged.of(inputs(saved));
        if (saved == null) {
            DhatWriter.write(profile, shell.out());
        } else {
            ReportFile.write(profile, saved);
            Summary.lines(profile, Path.of(shell.show(saved))).forEach(shell.err()::println);
        }
        if (merged.countBoth() > 0) {
            shell.err()
                    .println(
                            "jdhat: "
                                    + merged.countBoth()
                                    + " of the recordings are of ad hoc events too, which are not"
                                    + " in the sum; merge the profiles that jdhat report writes of"
                                    + " them");
        }
        return ExitCode.OK.code();
    }

    /** A glob easily has the output of the last time among the inputs. */
    private List<Path> inputs(Path saved) {
        Set<Path> seen = new HashSet<>();
        List<Path> paths = files.stream().map(shell::resolve).toList();
        for (Path path : paths) {
            if (saved != null && ReportFile.isSame(saved, path)) {
                throw misuse(shell.show(path) + " is an input and the output; leave it out, or name"
                        + " another output");
            }
            if (!seen.add(path)) {
                throw misuse(shell.show(path) + " is named twice and would count twice; name each"
                        + " file once");
            }
        }
        return paths;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
