// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** Blocks and bytes that something happened to, as counted; never an estimate. */
public final class Tally {
    public static final Tally NONE = new Tally(0, 0);

    private final long blocks;
    private final long bytes;

    public Tally(long blocks, long bytes) {
        this.blocks = blocks;
        this.bytes = bytes;
    }

    public long blocks() {
        return blocks;
    }

    public long bytes() {
        return bytes;
    }

    public boolean any() {
        return blocks != 0 || bytes != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally && ((Tally) other).blocks == blocks
                && ((Tally) other).bytes == bytes;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(blocks * 31 + bytes);
    }

    @Override
    public String toString() {
        return bytes + " bytes in " + blocks + " blocks";
    }
}
