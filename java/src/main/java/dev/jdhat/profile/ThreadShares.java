// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the shares of threads of each program point. */
final class ThreadShares {
    private final ThreadParts parts;
    private final SecondPass second;
    private final Track chosen;
    private final Sum totals;
    private final boolean[] tracked;
    private final List<List<ThreadShare>> shares = new ArrayList<>();

    /**
     * @param second null where no blocks were watched
     * @param chosen the track of the peak that t-gmax is, or null
     */
    ThreadShares(FirstPass first, Estimate estimate, SecondPass second, Track chosen) {
        parts = first.parts();
        this.second = second;
        this.chosen = chosen;
        totals = new Sum(parts.size());
        tracked = new boolean[parts.size()];
        boolean[] counted = new boolean[parts.size()];
        SiteTable sites = first.sites();
        for (int site = 0; parts.size() > 0 && site < sites.size(); site++) {
            int part = sites.part(site);
            estimate.addTotal(totals, part, site);
            tracked[part] |= sites.trackedBlocks(site) > 0;
            counted[part] |= sites.blocks(site) > 0;
        }
        for (int point = 0; parts.size() > 0 && point < first.points().size(); point++) {
            shares.add(new ArrayList<>());
        }
        for (int part = 0; part < parts.size(); part++) {
            if (counted[part]) {
                shares.get(parts.point(part)).add(share(part));
            }
        }
        shares.forEach(each -> each.sort(Comparator.comparing(ThreadShare::name)));
    }

    private ThreadShare share(int part) {
        boolean known = second != null && tracked[part];
        return new ThreadShare(parts.thread(part), totals.figure(part),
                known ? chosen.partAtPeak(part) : Figure.UNKNOWN,
                known ? second.partAtEnd(part) : Figure.UNKNOWN);
    }

    /** In the order of names; empty where the recording does not tell threads apart. */
    List<ThreadShare> of(int point) {
        return shares.isEmpty() ? List.of() : shares.get(point);
    }
}
