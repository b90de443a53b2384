// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * Blocks of a program point that were born in one bucket of time and died in one; immutable. It is
 * a cell of a table, where a {@link Portion} is a step of a histogram: neither has a place in the
 * other.
 */
public final class Cohort {
    /** Stands for the bucket of death of what is alive at the end. */
    public static final int ALIVE = -1;
    /** The same of what nobody watched, or what was born after t-end: nobody knows when it died. */
    public static final int UNKNOWN = -2;

    private final int born;
    private final int died;
    private final long bytes;
    private final long blocks;

    Cohort(int born, int died, long bytes, long blocks) {
        this.born = born;
        this.died = died;
        this.bytes = bytes;
        this.blocks = blocks;
    }

    /** Number of the bucket in which the blocks were born. */
    public int born() {
        return born;
    }

    /** Number of the bucket whose collections found them dead, or one of the constants. */
    public int died() {
        return died;
    }

    public long bytes() {
        return bytes;
    }

    public long blocks() {
        return blocks;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Cohort)) {
            return false;
        }
        Cohort that = (Cohort) other;
        return born == that.born && died == that.died && bytes == that.bytes
                && blocks == that.blocks;
    }

    @Override
    public int hashCode() {
        return Long.hashCode((born * 31L + died) * 31 + bytes);
    }

    @Override
    public String toString() {
        return "born " + born + " died " + died + ": " + bytes + " bytes in " + blocks + " blocks";
    }
}
