// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.export.ExportFormat;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jdhat export}. */
@Command(
        name = "export",
        description =
                "Write a profile in the format of another tool. Estimates are written as such;"
                        + " nobody must weight them again.")
public final class Export implements Callable<Integer> {
    private final Shell shell;

    @Spec CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A recording (*.jdhat), or a profile in DHAT's format from any tool.")
    String file;

    @Option(
            names = "--format",
            paramLabel = "collapsed|speedscope|csv",
            required = true,
            order = 1,
            description =
                    "collapsed: a stack and one figure in a line. speedscope: all figures, for"
                            + " speedscope. csv: a row for each site with all its figures.")
    Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            order = 2,
            description = "Where to write it. Default: stdout.")
    String output;

    @Option(
            names = "--by",
            paramLabel = "total|peak|end",
            order = 3,
            description = "The figure, for collapsed, which has one. Default: total.")
    Show.By by = Show.By.total;

    @Mixin SiteFilter sites;

    @Mixin ProfileShape shape;

    /** The words for {@link ExportFormat}. */
    enum Format {
        collapsed,
        speedscope,
        csv
    }

    public Export(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        sites.checkOne(spec);
        Profile profile =
                sites.filter.of(ProfileFile.read(shell, shell.resolve(file), shape.options()));
        SortBy figure = SortBy.valueOf(by.name().toUpperCase(Locale.ROOT));
        ExportFormat chosen = ExportFormat.valueOf(format.name().toUpperCase(Locale.ROOT));
        if (chosen.isSingle() && !figure.of(profile).known()) {
            throw new CommandFailed(
                    file + " does not have what was there " + figure.text() + "; use --by=total");
        }
        if (output == null) {
            chosen.write(profile, figure, shell.out());
        } else {
            ReportFile.write(
                    shell.resolve(output), out -> chosen.write(profile, figure, out));
        }
        return ExitCode.OK.code();
    }
}
