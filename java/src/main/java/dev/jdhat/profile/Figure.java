// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/** Bytes in blocks, with one standard error of each; or unknown. */
public final class Figure {
    /** A figure that cannot be known; shown as "–", never as 0. */
    public static final Figure UNKNOWN = new Figure(false, 0, 0, 0, 0);
    public static final Figure ZERO = of(0, 0);

    private final boolean known;
    private final long bytes;
    private final long blocks;
    private final double bytesError;
    private final double blocksError;

    private Figure(boolean known, long bytes, long blocks, double bytesError, double blocksError) {
        this.known = known;
        this.bytes = bytes;
        this.blocks = blocks;
        this.bytesError = bytesError;
        this.blocksError = blocksError;
    }

    /** An exact figure. */
    public static Figure of(long bytes, long blocks) {
        return new Figure(true, bytes, blocks, 0, 0);
    }

    /** An estimate. */
    public static Figure of(long bytes, long blocks, double bytesError, double blocksError) {
        return new Figure(true, bytes, blocks, bytesError, blocksError);
    }

    public boolean known() {
        return known;
    }

    /** Whether it is known without a sampling error. */
    public boolean exact() {
        return known && bytesError == 0 && blocksError == 0;
    }

    public long bytes() {
        return bytes;
    }

    public long blocks() {
        return blocks;
    }

    public double bytesError() {
        return bytesError;
    }

    public double blocksError() {
        return blocksError;
    }

    /** The sum of two independent figures; an unknown one adds nothing. */
    public Figure plus(Figure other) {
        if (!known) {
            return other;
        }
        if (!other.known) {
            return this;
        }
        return new Figure(true, bytes + other.bytes, blocks + other.blocks,
                Math.hypot(bytesError, other.bytesError),
                Math.hypot(blocksError, other.blocksError));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Figure)) {
            return false;
        }
        Figure that = (Figure) other;
        return known == that.known && bytes == that.bytes && blocks == that.blocks
                && Double.compare(bytesError, that.bytesError) == 0
                && Double.compare(blocksError, that.blocksError) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(known, bytes, blocks);
    }

    @Override
    public String toString() {
        return known ? bytes + " bytes in " + blocks + " blocks" : "–";
    }
}
