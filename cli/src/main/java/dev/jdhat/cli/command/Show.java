// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.text.GroupTable;
import dev.jdhat.cli.text.ProfileHead;
import dev.jdhat.cli.text.SiteList;
import dev.jdhat.cli.text.SiteTree;
import dev.jdhat.cli.text.Style;
import dev.jdhat.export.SitesWriter;
import dev.jdhat.profile.Grouping;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jdhat show}. */
@Command(
        name = "show",
        description = "Show the largest sites of a profile, or its tree, in the terminal.")
public final class Show implements Callable<Integer> {
    private static final int FRAMES = 8;
    private static final int LEVELS = 6;

    private final Shell shell;

    @Spec CommandSpec spec;

    @Mixin ProfileArgument file;

    @Mixin TopOption list;

    @Option(
            names = "--by",
            paramLabel = "total|peak|end,site|class|package|thread",
            order = 2,
            converter = Order.Words.class,
            description =
                    "By which figure they are ranked, and what they are put together by; one or"
                            + " both. Default: peak, total where there is no peak, as of ad hoc"
                            + " events; and site. The package is that of the method that"
                            + " allocates; threads are told apart where threads=name or"
                            + " threads=pool was recorded.")
    Order order = Order.DEFAULT;

    @Option(
            names = "--json",
            order = 5,
            description = "Print JSON, for scripts: as many sites or groups as --top says.")
    boolean json;

    @Option(
            names = "--tree",
            order = 3,
            description = "Show the tree of stacks, leaf first, instead of a list.")
    boolean tree;

    @Option(
            names = "--depth",
            paramLabel = "N",
            order = 4,
            converter = Amount.class,
            description = "Frames of a site (default 8) or levels of the tree (default 6).")
    Integer depth;

    @Mixin SiteFilter sites;

    @Mixin ProfileShape shape;

    /** The words for {@link SortBy}. */
    enum By {
        total,
        peak,
        end
    }

    public Show(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path path = file.path(shell);
        sites.checkOne(spec);
        Profile profile = sites.filter.of(ProfileFile.read(shell, path, shape.options()));
        checkBy(profile);
        Grouping grouping = order.grouping() == null ? Grouping.SITE : order.grouping();
        checkKnown(grouping, profile);
        if (json) {
            SitesWriter.write(profile, sortBy(profile), grouping, list.top, shell.out());
            return ExitCode.OK.code();
        }
        Style style = Style.of(shell.colours());
        List<String> lines = new ArrayList<>(ProfileHead.lines(profile));
        if (ProfileFile.countsBoth(path)) {
            lines.add(
                    "Note:       the ad hoc events have a profile of their own; jdhat report writes"
                            + " it");
        }
        lines.add("");
        if (tree) {
            lines.addAll(
                    new SiteTree(profile, sortBy(profile), style, shell.width())
                            .lines(depth == null ? LEVELS : depth));
        } else if (grouping != Grouping.SITE) {
            lines.addAll(
                    GroupTable.lines(profile, sortBy(profile), grouping, list.top, shell.width()));
        } else {
            lines.addAll(
                    new SiteList(profile, sortBy(profile), style, shell.width())
                            .lines(list.top, depth == null ? FRAMES : depth));
        }
        lines.forEach(shell.out()::println);
        return ExitCode.OK.code();
    }

    private void checkBy(Profile profile) {
        SortBy by = order.figure();
        if (profile.info().unit() == Unit.AD_HOC && by != null && by != SortBy.TOTAL) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--by': '"
                            + by.word()
                            + "' is not known of ad hoc events, which have a total only; use --by"
                            + " total");
        }
    }

    /** A filter that accepts nothing leaves nothing to tell apart, which is no reason to fail. */
    private void checkKnown(Grouping grouping, Profile profile) {
        if (!profile.points().isEmpty() && !grouping.isKnown(profile)) {
            throw new CommandFailed(
                    file
                            + " does not tell threads apart; record with --threads=name or"
                            + " --threads=pool");
        }
    }

    private SortBy sortBy(Profile profile) {
        if (order.figure() != null) {
            return order.figure();
        }
        return profile.atPeak().known() && profile.atPeak().bytes() > 0
                ? SortBy.PEAK
                : SortBy.TOTAL;
    }
}
