// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.Ages;

/** Ages of blocks of several runs: the least, the greatest, and the mean over the blocks. */
final class AgesSum {
    private long least = Long.MAX_VALUE;
    private long greatest;
    private double weighted;
    private double blocks;

    /** Adds the ages of so many blocks. */
    void add(Ages ages, long of) {
        // Rounded to none, they are still one at least, or there would be no ages.
        double weight = Math.max(1, of);
        least = Math.min(least, ages.least());
        greatest = Math.max(greatest, ages.greatest());
        weighted += ages.mean() * weight;
        blocks += weight;
    }

    Ages ages() {
        return new Ages(least, weighted / blocks, greatest);
    }
}
