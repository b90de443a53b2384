// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * Blocks of a program point whose size or age is in one step of a histogram; immutable. When they
 * were born and died, a {@link Cohort} says.
 */
public final class Portion {
    private final long least;
    private final long bytes;
    private final long blocks;

    Portion(long least, long bytes, long blocks) {
        this.least = least;
        this.bytes = bytes;
        this.blocks = blocks;
    }

    /** The least size in bytes, or the least age in collections, that belongs to the step. */
    public long least() {
        return least;
    }

    public long bytes() {
        return bytes;
    }

    public long blocks() {
        return blocks;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Portion)) {
            return false;
        }
        Portion that = (Portion) other;
        return least == that.least && bytes == that.bytes && blocks == that.blocks;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(least * 31 + bytes);
    }

    @Override
    public String toString() {
        return "from " + least + ": " + bytes + " bytes in " + blocks + " blocks";
    }
}
