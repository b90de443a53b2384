// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.InWords;
import java.util.ArrayList;
import java.util.List;

/** The few sites that a message names. */
final class SiteList {
    private static final int NAMED = 3;

    private SiteList() {
    }

    /** Lines for the first of these, each a share of the runs. */
    static List<String> of(List<Spent> sites, long runs, Quantity quantity) {
        if (sites.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(sites.size() == 1 ? "  the site:"
                : "  the sites that " + quantity.ofSites() + " most:");
        for (Spent site : sites.subList(0, Math.min(NAMED, sites.size()))) {
            lines.add("  " + site.per(runs));
        }
        if (sites.size() > NAMED) {
            lines.add("  and " + InWords.counted(sites.size() - NAMED, "site") + " more");
        }
        return lines;
    }
}
