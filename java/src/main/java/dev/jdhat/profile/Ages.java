// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * Ages of a program point's tracked blocks, in collections that examined them. The least and the
 * greatest age of survivors are exact up to 4 and rounded down to two steps per power of two above
 * (6, 8, 12, 16, 24 …), so that a profile needs no memory per block.
 */
public final class Ages {
    private final long least;
    private final double mean;
    private final long greatest;

    public Ages(long least, double mean, long greatest) {
        this.least = least;
        this.mean = mean;
        this.greatest = greatest;
    }

    public long least() {
        return least;
    }

    public double mean() {
        return mean;
    }

    public long greatest() {
        return greatest;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Ages)) {
            return false;
        }
        Ages that = (Ages) other;
        return least == that.least && greatest == that.greatest
                && Double.compare(mean, that.mean) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(least * 31 + greatest);
    }

    @Override
    public String toString() {
        return least + ".." + greatest + " (mean " + mean + ")";
    }
}
