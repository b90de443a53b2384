// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.PageFile;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.cli.text.DiffMarkdown;
import dev.jdhat.cli.text.DiffText;
import dev.jdhat.cli.text.Style;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.export.DiffWriter;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.SortBy;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jdhat diff}. */
@Command(
        name = "diff",
        description =
                "Compare two profiles: which sites are new, gone, grown and shrunk. Lines that moved"
                        + " make no new site; what sampling alone may have made is told apart.")
public final class Diff implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "BEFORE", description = ProfileArgument.KINDS + ".")
    String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The same, of the later run.")
    String after;

    @Option(
            names = "--by",
            paramLabel = "total|peak|end",
            order = 0,
            description =
                    "The figure that sites are compared by. Default: end; total where one of the"
                            + " profiles has no other.")
    Show.By by;

    @Mixin ListOptions list;

    @ArgGroup Form form = new Form();

    @Mixin SiteFilter sites;

    @Mixin PageOptions page;

    @Mixin ProfileShape shape;

    /** At most one of these. */
    static final class Form {
        @Option(names = "--json", order = 4, description = "Print JSON, for scripts.")
        boolean json;

        @Option(
                names = "--markdown",
                order = 5,
                description = "Print tables in Markdown, for the description of a change.")
        boolean markdown;

        @Option(
                names = "--html",
                paramLabel = "FILE",
                order = 6,
                description = "Write a page for a browser, as jdhat html does; - is stdout.")
        String html;
    }

    public Diff(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = List.of(shell.resolve(before), shell.resolve(after));
        ProfileOptions options = shape.options().withSites(form.html != null);
        List<Profile> both = ProfileFile.read(shell, files, options);
        ProfileDiff diff = compare(both.get(0), both.get(1)).keeping(sites.filter);
        if (form.json) {
            DiffWriter.write(diff, list.top, shell.out());
        } else if (form.markdown) {
            new DiffMarkdown(diff).lines(list.top).forEach(shell.out()::println);
        } else if (form.html != null) {
            ReportFile.other(shell.resolve(form.html), files.get(0), files.get(1));
            String title = name(before) + " → " + name(after);
            page.write(
                    shell,
                    title,
                    PageFile.compared(diff, files.get(0), files.get(1), options),
                    form.html);
        } else {
            new DiffText(diff, Style.of(shell.colours()), shell.width())
                    .lines(list.top, list.depth)
                    .forEach(shell.out()::println);
        }
        return ExitCode.OK.code();
    }

    private String name(String file) {
        return shell.resolve(file).getFileName().toString();
    }

    private ProfileDiff compare(Profile earlier, Profile later) {
        boolean ends = earlier.atEnd().known() && later.atEnd().known();
        SortBy figure =
                by != null
                        ? SortBy.valueOf(by.name().toUpperCase(Locale.ROOT))
                        : ends ? SortBy.END : SortBy.TOTAL;
        try {
            return ProfileDiff.between(earlier, later, figure);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.because(e);
        }
    }
}
