// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Group;
import dev.jdhat.profile.Grouping;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;

import java.util.ArrayList;
import java.util.List;

/** The largest groups of sites, a line each. */
public final class GroupTable {
    private GroupTable() {}

    /** A heading and the {@code top} largest groups. */
    public static List<String> lines(
            Profile profile, SortBy by, Grouping grouping, int top, int width) {
        List<Group> groups = grouping.groups(profile, by);
        List<String> lines = new ArrayList<>();
        if (!by.of(profile).known()) {
            lines.add("What was there " + by.text() + " is not known.");
            return lines;
        }
        if (groups.isEmpty()) {
            lines.add("No site holds anything " + by.text() + ".");
            return lines;
        }
        Table table =
                Table.of(
                        ">" + by.text(),
                        ">" + profile.info().bytesName(),
                        "",
                        ">" + profile.info().blocksName(),
                        ">sites",
                        grouping.word());
        for (Group group : groups.subList(0, Math.min(top, groups.size()))) {
            table.row(
                    Units.percent(group.figure().bytes(), by.of(profile).bytes()),
                    Units.bytes(group.figure()),
                    Units.error(group.figure()).trim(),
                    Units.blocks(group.figure()),
                    Units.count(group.sites()),
                    // The program names its threads, and must not move the cursor of a terminal.
                    group.name().isEmpty()
                            ? "unknown"
                            : group.name().replaceAll("\\p{Cntrl}", "?"));
        }
        lines.addAll(table.lines(width));
        if (groups.size() > top) {
            lines.add("and " + Units.count(groups.size() - top) + " more");
        }
        return lines;
    }
}
