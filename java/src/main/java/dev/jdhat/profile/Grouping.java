// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What sites are put together by. */
public enum Grouping {
    /** Each site alone. */
    SITE {
        @Override
        String name(ProgramPoint point) {
            return String.join("\n", point.frames());
        }
    },
    /** The class of the blocks, or the kind of the ad hoc events. */
    CLASS {
        @Override
        String name(ProgramPoint point) {
            return point.type();
        }
    },
    /** The package of the class that allocates: of the leaf frame. */
    PACKAGE {
        @Override
        String name(ProgramPoint point) {
            String leaf = point.stack().isEmpty() ? "" : point.stack().get(0);
            String method = leaf.substring(0, Math.max(0, leaf.indexOf(" (")));
            int type = method.lastIndexOf('.');
            int end = type < 0 ? -1 : method.lastIndexOf('.', type - 1);
            return end < 0 ? "" : method.substring(0, end);
        }
    },
    /** The thread that allocates, where the recording tells threads apart; a site may have many. */
    THREAD {
        @Override
        String name(ProgramPoint point) {
            return "";
        }

        @Override
        void add(ProgramPoint point, SortBy by, Map<String, Group> groups) {
            if (point.threads().isEmpty()) {
                super.add(point, by, groups);
            }
            point.threads().forEach(share -> count(share.name(), by.of(share), groups));
        }
    };

    abstract String name(ProgramPoint point);

    void add(ProgramPoint point, SortBy by, Map<String, Group> groups) {
        count(name(point), by.of(point), groups);
    }

    static void count(String name, Figure figure, Map<String, Group> groups) {
        if (figure.known() && figure.bytes() > 0) {
            groups.merge(name, new Group(name, 1, figure), (sum, one) -> sum.with(one.figure()));
        }
    }

    /** Whether a profile has what is needed to tell the groups apart. */
    public boolean isKnown(Profile profile) {
        return this != THREAD
                || profile.points().stream().anyMatch(point -> !point.threads().isEmpty());
    }

    /** As options and files have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All groups that have any of a figure, the largest first. */
    public List<Group> groups(Profile profile, SortBy by) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (ProgramPoint point : profile.points()) {
            add(point, by, groups);
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingLong((Group group) -> group.figure().bytes())
                .thenComparingLong(group -> group.figure().blocks()).reversed());
        return sorted;
    }
}
