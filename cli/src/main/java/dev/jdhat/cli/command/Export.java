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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
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

    @Mixin ProfileArgument file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            order = 1,
            converter = Word.class,
            completionCandidates = Words.class,
            description =
                    "One of ${COMPLETION-CANDIDATES}; docs/export.md says what each carries, and how"
                            + " to open it.")
    ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            order = 2,
            description = "Where to write it; - is stdout. Default: -.")
    String output;

    @Option(
            names = "--by",
            paramLabel = "total|peak|end",
            order = 3,
            description =
                    "The figure, for collapsed, which has one, and for pprof, which shows it first."
                            + " Default: total.")
    Show.By by = Show.By.total;

    @Mixin SiteFilter sites;

    @Mixin ProfileShape shape;

    /** The words for {@link ExportFormat}. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExportFormat.values()).map(ExportFormat::word).iterator();
        }
    }

    /** Reads one of them. */
    static final class Word implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            for (ExportFormat each : ExportFormat.values()) {
                if (each.word().equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is none of " + String.join(", ", new Words()));
        }
    }

    public Export(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        sites.checkOne(spec);
        Profile profile =
                sites.filter.of(ProfileFile.read(shell, file.path(shell), shape.options()));
        SortBy figure = SortBy.valueOf(by.name().toUpperCase(Locale.ROOT));
        if (format.hasChosenFigure() && !figure.of(profile).known()) {
            throw new CommandFailed(
                    file + " does not have what was there " + figure.text() + "; use --by=total");
        }
        if (output != null && !output.equals("-")) {
            Path saved = ReportFile.other(shell.resolve(output), file.path(shell));
            ReportFile.write(saved, out -> format.write(profile, figure, out));
        } else if (format.isBinary() && output == null && shell.terminal()) {
            throw new CommandFailed(
                    format.word() + " is no text for a terminal; name a file with -o");
        } else {
            format.write(profile, figure, shell.out());
        }
        return ExitCode.OK.code();
    }
}
