// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.PageFile;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code jdhat html}. */
@Command(
        name = "html",
        description =
                "Make a page of a profile: one file that any browser shows, without a network. From"
                        + " a recording it also shows what was there over time, and when blocks"
                        + " died.")
public final class Html implements Callable<Integer> {
    private final Shell shell;

    @Spec CommandSpec spec;

    @Mixin ProfileArgument file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            order = 1,
            description =
                    "Where to write it; - is stdout. Default: the name of FILE, with .html at its"
                            + " end.")
    String output;

    @Mixin SiteFilter sites;

    @Mixin PageOptions page;

    @Mixin ProfileShape shape;

    public Html(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        sites.checkOne(spec);
        Path path = file.path(shell);
        String name = Objects.toString(path.getFileName(), "");
        String place = output == null ? pageName(name) : output;
        ReportFile.other(shell.resolve(place), path);
        page.write(shell, name, PageFile.read(path, shape.options(), sites.filter), place);
        if (ProfileFile.countsBoth(path)) {
            shell.err()
                    .println(
                            "jdhat: The ad hoc events have a page of their own: jdhat report, then"
                                    + " jdhat html of its second file");
        }
        return ExitCode.OK.code();
    }

    private static String pageName(String name) {
        return name.replaceFirst("(\\.json)?(\\.gz)?$|\\.jdhat$", "") + ".html";
    }
}
