// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * The only weighting. A block of a site is seen with probability P = 1 − exp(−m/λ), where m is the
 * mean size of the site's blocks, and watched with probability P·2⁻ᵏ. Each counts for one over its
 * probability Q; the variance of a sum over n blocks is n·(1−Q)/Q², times m² for bytes.
 */
final class Estimate {
    private static final int WEIGHT = 0;
    private static final int VARIANCE = 1;
    private static final int BYTES_VARIANCE = 2;
    private static final int FIELDS = 3;

    private final SiteTable sites;
    /** Per site, for blocks that are seen, and for those that are watched. */
    private final double[] seen;
    private final double[] watched;

    Estimate(SiteTable sites) {
        this.sites = sites;
        seen = new double[FIELDS * sites.size()];
        watched = new double[FIELDS * sites.size()];
        for (int site = 0; site < sites.size(); site++) {
            double blocks = sites.blocks(site);
            double mean = blocks > 0 ? sites.bytes(site) / blocks : 0;
            double probability = probability(mean, sites.lambda(site));
            set(seen, site, probability, mean);
            set(watched, site, Math.scalb(probability, -sites.thinning(site)), mean);
        }
    }

    private static void set(double[] values, int site, double probability, double mean) {
        double variance = (1 - probability) / (probability * probability);
        values[FIELDS * site + WEIGHT] = 1 / probability;
        values[FIELDS * site + VARIANCE] = variance;
        values[FIELDS * site + BYTES_VARIANCE] = variance * mean * mean;
    }

    static double probability(double meanSize, long lambda) {
        return lambda == 0 || meanSize <= 0 ? 1 : -Math.expm1(-meanSize / lambda);
    }

    /** How many blocks one counted block stands for. */
    double weight(int site) {
        return seen[FIELDS * site + WEIGHT];
    }

    /** Adds all blocks that were counted at a site. */
    void addTotal(Sum sum, int at, int site) {
        add(seen, sum, at, site, sites.blocks(site), sites.bytes(site));
    }

    /** Adds some of the blocks that were counted at a site. */
    void addSeen(Sum sum, int at, int site, long blocks, long bytes) {
        add(seen, sum, at, site, blocks, bytes);
    }

    /** Adds tracked blocks of a site, or takes them away. */
    void addLive(Sum sum, int at, int site, long blocks, long bytes) {
        add(watched, sum, at, site, blocks, bytes);
    }

    private static void add(double[] values, Sum sum, int at, int site, long blocks, long bytes) {
        double weight = values[FIELDS * site + WEIGHT];
        sum.add(at, bytes * weight, blocks * weight,
                blocks * values[FIELDS * site + BYTES_VARIANCE],
                blocks * values[FIELDS * site + VARIANCE]);
    }
}
