// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.compare.Difference;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.compare.SiteDiff;
import dev.jdhat.filter.State;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.SortBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What two profiles differ by, on a terminal. */
public final class DiffText {
    private static final String INDENT = "     ";

    private final ProfileDiff diff;
    private final ProfileInfo info;
    private final Style style;
    private final int width;

    public DiffText(ProfileDiff diff, Style style, int width) {
        this.diff = diff;
        this.style = style;
        this.width = width;
        info = diff.after().info();
    }

    /** The whole, then the {@code top} sites that differ most, with {@code depth} frames each. */
    public List<String> lines(int top, int depth) {
        List<String> lines = new ArrayList<>();
        lines.addAll(whole());
        lines.addAll(runs(diff));
        lines.add("");
        lines.add(counts());
        List<SiteDiff> changed = changed(diff);
        if (changed.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add("Most different " + diff.by().text() + ":");
        for (int i = 0; i < Math.min(top, changed.size()); i++) {
            lines.add("");
            site(i + 1, changed.get(i), depth, lines);
        }
        return lines;
    }

    /** What the figures of profiles mean that are merged from several runs. */
    static List<String> runs(ProfileDiff diff) {
        List<String> lines = new ArrayList<>();
        if (diff.before().runs().several()) {
            lines.add("The earlier profile is " + diff.before().runs().sentence() + ".");
        }
        if (diff.after().runs().several()) {
            lines.add("The later profile is " + diff.after().runs().sentence() + ".");
        }
        return lines;
    }

    /** Those that there is something to say of. */
    static List<SiteDiff> changed(ProfileDiff diff) {
        return diff.sites().stream()
                .filter(site -> site.state() != State.SAME && site.state() != State.NOISE)
                .filter(site -> site.of(diff.by()).bytes() != 0 || site.of(diff.by()).blocks() != 0)
                .toList();
    }

    private List<String> whole() {
        Table table =
                Table.of("", ">before", ">after", ">difference", ">", ">" + info.blocksName());
        for (SortBy by : SortBy.of(info)) {
            Difference difference = diff.of(by);
            table.row(
                    by.text(),
                    Units.bytes(difference.before()),
                    Units.bytes(difference.after()),
                    difference.known()
                            ? Changes.count(difference.bytes()) + Changes.doubt(difference)
                            : Units.UNKNOWN,
                    Changes.percent(difference),
                    difference.known() ? Changes.count(difference.blocks()) : Units.UNKNOWN);
        }
        return table.lines(Math.max(width, 100));
    }

    /** As in {@code Of 12 sites 2 are new, 1 is gone, 3 have grown, …}. */
    private String counts() {
        Map<State, Integer> counts = diff.counts();
        return "Of "
                + Units.count(diff.sites().size())
                + " sites "
                + Units.count(counts.get(State.NEW))
                + " new, "
                + Units.count(counts.get(State.GONE))
                + " gone, "
                + Units.count(counts.get(State.GROWN))
                + " grown, "
                + Units.count(counts.get(State.SHRUNK))
                + " shrunk "
                + diff.by().text()
                + ", "
                + Units.count(counts.get(State.SAME))
                + " the same"
                + (counts.get(State.NOISE) == 0
                        ? ""
                        : ", " + Units.count(counts.get(State.NOISE)) + " within the noise")
                + ".";
    }

    private void site(int rank, SiteDiff site, int depth, List<String> lines) {
        Difference difference = site.of(diff.by());
        String percent = Changes.percent(difference);
        lines.add(
                String.format("%3d. ", rank)
                        + style.strong(site.state().word())
                        + "  "
                        + Changes.count(difference.bytes())
                        + " "
                        + info.bytesName()
                        + Changes.doubt(difference)
                        + " in "
                        + Changes.count(difference.blocks())
                        + " "
                        + info.blocksName()
                        + (percent.isEmpty() ? "" : " (" + percent + ")"));
        List<String> frames = site.point().frames();
        int shown = Math.min(depth, frames.size());
        for (String frame : frames.subList(0, shown)) {
            lines.add(INDENT + Frames.fit(frame, width - INDENT.length()));
        }
        if (shown < frames.size()) {
            lines.add(INDENT + style.faint("… " + (frames.size() - shown) + " more"));
        }
    }
}
