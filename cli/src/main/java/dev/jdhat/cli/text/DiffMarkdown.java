// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.compare.Difference;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.compare.SiteDiff;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.SortBy;

import java.util.ArrayList;
import java.util.List;

/** What two profiles differ by, for the description of a change. */
public final class DiffMarkdown {
    private final ProfileDiff diff;
    private final ProfileInfo info;

    public DiffMarkdown(ProfileDiff diff) {
        this.diff = diff;
        info = diff.after().info();
    }

    /** A table of the whole, and one of the {@code top} sites that differ most. */
    public List<String> lines(int top) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + info.bytesName() + " | before | after | difference | |");
        lines.add("|---|---:|---:|---:|---:|");
        for (SortBy by : SortBy.of(info)) {
            lines.add("| " + by.text() + figures(diff.of(by)));
        }
        for (String line : DiffText.runs(diff)) {
            lines.add("");
            lines.add(line);
        }
        List<SiteDiff> changed = DiffText.changed(diff);
        lines.add("");
        if (changed.isEmpty()) {
            lines.add("No site differs " + diff.by().text() + ".");
            return lines;
        }
        lines.add("| site, " + diff.by().text() + " | before | after | difference | |");
        lines.add("|---|---:|---:|---:|---:|");
        for (SiteDiff site : changed.subList(0, Math.min(top, changed.size()))) {
            lines.add("| " + site.state().word() + ": " + name(site)
                    + figures(site.of(diff.by())));
        }
        if (changed.size() > top) {
            lines.add("");
            lines.add("and " + Units.count(changed.size() - top) + " more");
        }
        return lines;
    }

    private static String figures(Difference difference) {
        return " | "
                + Units.bytes(difference.before())
                + " | "
                + Units.bytes(difference.after())
                + " | "
                + (difference.known()
                        ? Changes.count(difference.bytes()) + Changes.doubt(difference)
                        : Units.UNKNOWN)
                + " | "
                + Changes.percent(difference)
                + " |";
    }

    private static String name(SiteDiff site) {
        String own = Frames.firstOwn(site.point());
        return (site.type().isEmpty() ? "" : code(site.type()) + " at ") + code(own);
    }

    /** Nothing in a name may end the cell or mean anything to Markdown or HTML. */
    static String code(String name) {
        String safe = name.replaceAll("\\p{Cntrl}", " ").replace("|", "\\|").replace('`', '\'');
        return "`" + safe + "`";
    }
}
