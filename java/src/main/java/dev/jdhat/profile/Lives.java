// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * How long blocks lived, per program point, from tracked blocks. Each tracked block of a site
 * stands for the site's estimated blocks over its tracked ones, so that the sum over the total
 * number of blocks stays the mean lifetime of the tracked ones.
 */
final class Lives {
    private static final int LIFETIME = 0;
    private static final int LIFETIME_MAX = 1;
    private static final int TEMPORARY = 2;
    private static final int DEATH_AGES = 3;
    private static final int DEATHS = 4;
    private static final int SURVIVOR_AGES = 5;
    private static final int SURVIVORS = 6;
    private static final int FIELDS = 8;

    private final Timeline timeline;
    private final SiteTable sites;
    private final double[] scale;
    private final int endPoint;
    /** Side by side per point, because rows name points at random. */
    private final double[] sums;
    private final int[] deathLeast;
    private final int[] deathGreatest;
    private final int steps;
    private final long[] survivors;

    Lives(Timeline timeline, SiteTable sites, Estimate estimate, int points) {
        this.timeline = timeline;
        this.sites = sites;
        endPoint = Math.min(timeline.finalPoint(), timeline.size());
        scale = new double[sites.size()];
        for (int site = 0; site < scale.length; site++) {
            double tracked = Math.max(1, sites.trackedBlocks(site));
            scale[site] = sites.blocks(site) * estimate.weight(site) / tracked;
        }
        sums = new double[FIELDS * points];
        deathLeast = new int[points];
        deathGreatest = new int[points];
        steps = step(timeline.collections()) + 1;
        survivors = new long[steps * points];
    }

    /** Until they are found dead, blocks live to the end. */
    void born(int site, Birth birth, long blocks) {
        int point = sites.point(site);
        double weighted = blocks * scale[site];
        sums[FIELDS * point + LIFETIME] += weighted * alive(birth);
        sums[FIELDS * point + LIFETIME_MAX] += weighted * (timeline.end() - birth.start());
        if (timeline.isBornByEnd(birth.epoch())) {
            survive(point, birth, blocks, weighted);
        }
    }

    /** Blocks found dead at a clock point; the number of clock points stands for the end. */
    void died(int site, Birth birth, int at, long blocks) {
        int point = sites.point(site);
        double weighted = blocks * scale[site];
        boolean isTemporary = at <= birth.examined();
        double lived = Math.max(0, timeline.time(at) - birth.middle());
        long longest = Math.max(0, timeline.time(at) - birth.start());
        sums[FIELDS * point + LIFETIME] +=
                weighted * ((isTemporary ? lived / 2 : lived) - alive(birth));
        sums[FIELDS * point + LIFETIME_MAX] +=
                weighted * (longest - (timeline.end() - birth.start()));
        sums[FIELDS * point + TEMPORARY] += isTemporary ? weighted : 0;
        countAge(point, Math.max(1, timeline.age(birth, at)), weighted);
        if (timeline.isBornByEnd(birth.epoch()) && at <= endPoint) {
            survive(point, birth, -blocks, -weighted);
        }
    }

    private double alive(Birth birth) {
        return Math.max(0, timeline.end() - birth.middle());
    }

    private void countAge(int point, int age, double weighted) {
        int least = deathLeast[point];
        deathLeast[point] = least == 0 ? age : Math.min(least, age);
        deathGreatest[point] = Math.max(deathGreatest[point], age);
        sums[FIELDS * point + DEATH_AGES] += weighted * age;
        sums[FIELDS * point + DEATHS] += weighted;
    }

    private void survive(int point, Birth birth, long blocks, double weighted) {
        int age = timeline.age(birth, endPoint);
        survivors[steps * point + step(age)] += blocks;
        sums[FIELDS * point + SURVIVOR_AGES] += weighted * age;
        sums[FIELDS * point + SURVIVORS] += weighted;
    }

    /** Scaled up when not all blocks of the point belong to sites with tracked ones. */
    long lifetime(int point, double factor) {
        return Sum.rounded(sums[FIELDS * point + LIFETIME] * factor);
    }

    long lifetimeMax(int point, double factor) {
        return Sum.rounded(sums[FIELDS * point + LIFETIME_MAX] * factor);
    }

    long temporaryBlocks(int point, double factor) {
        return Sum.rounded(sums[FIELDS * point + TEMPORARY] * factor);
    }

    Ages deathAges(int point) {
        return deathLeast[point] == 0 ? null : new Ages(deathLeast[point],
                sums[FIELDS * point + DEATH_AGES] / sums[FIELDS * point + DEATHS],
                deathGreatest[point]);
    }

    Ages survivorAges(int point) {
        int from = steps * point;
        int least = 0;
        int greatest = steps - 1;
        while (least <= greatest && survivors[from + least] <= 0) {
            least++;
        }
        while (greatest >= least && survivors[from + greatest] <= 0) {
            greatest--;
        }
        if (least > greatest) {
            return null;
        }
        double mean = sums[FIELDS * point + SURVIVOR_AGES] / sums[FIELDS * point + SURVIVORS];
        return new Ages(floor(least), Math.max(0, mean), floor(greatest));
    }

    /** 0, 1, 2, 3, 4, then two steps per power of two: 6, 8, 12, 16, 24 … */
    static int step(int age) {
        if (age < 4) {
            return age;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(age);
        return 2 * exponent + (age >> exponent - 1 & 1);
    }

    /** The least age of a step. */
    static long floor(int step) {
        return step < 4 ? step : (2L + (step & 1)) << step / 2 - 1;
    }
}
