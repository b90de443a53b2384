// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * Ages of the blocks of several program points: the least, the greatest, and the mean over the
 * blocks. For one thread.
 */
public final class AgesSum {
    private long least = Long.MAX_VALUE;
    private long greatest;
    private double weighted;
    private double blocks;

    public AgesSum() {
    }

    /** Adds the ages of so many blocks; null adds nothing. */
    public void add(Ages ages, long of) {
        if (ages == null) {
            return;
        }
        // Rounded to none, they are still one at least, or there would be no ages.
        double weight = Math.max(1, of);
        least = Math.min(least, ages.least());
        greatest = Math.max(greatest, ages.greatest());
        weighted += ages.mean() * weight;
        blocks += weight;
    }

    /** Null when nothing was added. */
    public Ages ages() {
        return blocks == 0 ? null : new Ages(least, weighted / blocks, greatest);
    }
}
