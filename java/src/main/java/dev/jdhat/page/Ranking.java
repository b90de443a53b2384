// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.compare.SiteDiff;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sites of a page, the one first that has the largest share of any figure: of the bytes or
 * blocks over the run, at the peak or at the end. A site that two profiles have is one.
 */
final class Ranking {
    private final List<Site> sites;

    private Ranking(List<Site> unordered) {
        unordered.sort((one, two) -> Double.compare(two.share, one.share));
        sites = unordered;
    }

    static Ranking of(Profile profile) {
        List<Site> sites = new ArrayList<>(profile.points().size());
        for (ProgramPoint point : profile.points()) {
            sites.add(new Site(null, point, share(point, profile)));
        }
        return new Ranking(sites);
    }

    static Ranking of(ProfileDiff diff) {
        List<Site> sites = new ArrayList<>(diff.sites().size());
        for (SiteDiff site : diff.sites()) {
            ProgramPoint before = site.before().orElse(null);
            ProgramPoint after = site.after().orElse(null);
            sites.add(new Site(before, after, Math.max(share(before, diff.before()),
                    share(after, diff.after()))));
        }
        return new Ranking(sites);
    }

    private static double share(ProgramPoint point, Profile profile) {
        double largest = 0;
        for (SortBy by : SortBy.values()) {
            if (point != null) {
                Figure part = by.of(point);
                Figure whole = by.of(profile);
                largest = Math.max(largest, share(part.bytes(), whole.bytes()));
                largest = Math.max(largest, share(part.blocks(), whole.blocks()));
            }
        }
        return largest;
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 0 : (double) part / whole;
    }

    int size() {
        return sites.size();
    }

    /** How many sites have at least a share. */
    int withShare(double least) {
        int kept = 0;
        while (kept < sites.size() && sites.get(kept).share >= least) {
            kept++;
        }
        return kept;
    }

    /** How many of the first sites have no more than so many frames together; at most so many. */
    int withFrames(int most, long mostFrames) {
        long frames = 0;
        int kept = 0;
        while (kept < Math.min(most, sites.size()) && frames <= mostFrames) {
            Site site = sites.get(kept++);
            frames += frames(site.before) + frames(site.after);
        }
        return kept;
    }

    private static int frames(ProgramPoint point) {
        return point == null ? 0 : point.frames().size();
    }

    /** The share of the site of a rank; 0 where there is none. */
    double share(int rank) {
        return rank < sites.size() ? sites.get(rank).share : 0;
    }

    /** The program points of the first sites in the later, or only, profile. */
    List<ProgramPoint> first(int most) {
        return sites.stream().limit(most).map(site -> site.after)
                .filter(point -> point != null).collect(Collectors.toList());
    }

    /** The same of both profiles, by identity. */
    Set<ProgramPoint> points(int most) {
        Set<ProgramPoint> points = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Site site : sites.subList(0, Math.min(most, sites.size()))) {
            points.add(site.before);
            points.add(site.after);
        }
        return points;
    }

    private static final class Site {
        private final ProgramPoint before;
        private final ProgramPoint after;
        private final double share;

        Site(ProgramPoint before, ProgramPoint after, double share) {
            this.before = before;
            this.after = after;
            this.share = share;
        }
    }
}
