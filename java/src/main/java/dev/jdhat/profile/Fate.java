// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.List;

/**
 * What became of the blocks of a program point; immutable. Its figures are whole numbers that add
 * up to those of the program point: all {@link #cohorts} to its total (or to what it has at the
 * end, where thinning makes that estimate the larger one), those that are alive and all
 * {@link #survivorAges} to what it has at the end, all {@link #sizes} to its total.
 */
public final class Fate {
    private final List<Cohort> cohorts;
    private final List<Portion> sizes;
    private final List<Portion> survivorAges;
    private final List<Portion> deathAges;

    Fate(List<Cohort> cohorts, List<Portion> sizes, List<Portion> survivorAges,
            List<Portion> deathAges) {
        this.cohorts = cohorts;
        this.sizes = sizes;
        this.survivorAges = survivorAges;
        this.deathAges = deathAges;
    }

    /** When its blocks were born and died, in the order of birth. */
    public List<Cohort> cohorts() {
        return cohorts;
    }

    /** How large its blocks are, eight steps per power of two; empty for ad hoc events. */
    public List<Portion> sizes() {
        return sizes;
    }

    /**
     * How many collections had examined the blocks that are alive at the end. Steps are exact up to
     * 4, then 6, 8, 12, 16, 24 …
     */
    public List<Portion> survivorAges() {
        return survivorAges;
    }

    /** How many collections had examined the others until one found them dead, at least 1. */
    public List<Portion> deathAges() {
        return deathAges;
    }
}
