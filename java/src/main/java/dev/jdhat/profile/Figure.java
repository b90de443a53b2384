// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/**
 * Bytes in blocks, with one standard error of each; or unknown. Immutable. There are several to a
 * site, most of them exact: those have no room for errors.
 */
public class Figure {
    /** A figure that cannot be known; shown as "–", never as 0. */
    public static final Figure UNKNOWN = new Figure(0, 0);
    public static final Figure ZERO = of(0, 0);

    private final long bytes;
    private final long blocks;

    private Figure(long bytes, long blocks) {
        this.bytes = bytes;
        this.blocks = blocks;
    }

    /** An exact figure. */
    public static Figure of(long bytes, long blocks) {
        return new Figure(bytes, blocks);
    }

    /** An estimate. */
    public static Figure of(long bytes, long blocks, double bytesError, double blocksError) {
        return bytesError == 0 && blocksError == 0 ? of(bytes, blocks)
                : new Inexact(bytes, blocks, bytesError, blocksError);
    }

    public final boolean known() {
        return this != UNKNOWN;
    }

    /** Whether it is known without a sampling error. */
    public final boolean exact() {
        return known() && bytesError() == 0 && blocksError() == 0;
    }

    public final long bytes() {
        return bytes;
    }

    public final long blocks() {
        return blocks;
    }

    public double bytesError() {
        return 0;
    }

    public double blocksError() {
        return 0;
    }

    /** The sum of two independent figures; an unknown one adds nothing. */
    public final Figure plus(Figure other) {
        if (!known()) {
            return other;
        }
        if (!other.known()) {
            return this;
        }
        if (exact() && other.exact()) {
            return of(bytes + other.bytes, blocks + other.blocks);
        }
        return of(bytes + other.bytes, blocks + other.blocks,
                Math.hypot(bytesError(), other.bytesError()),
                Math.hypot(blocksError(), other.blocksError()));
    }

    @Override
    public final boolean equals(Object other) {
        if (!(other instanceof Figure)) {
            return false;
        }
        Figure that = (Figure) other;
        return known() == that.known() && bytes == that.bytes && blocks == that.blocks
                && Double.compare(bytesError(), that.bytesError()) == 0
                && Double.compare(blocksError(), that.blocksError()) == 0;
    }

    @Override
    public final int hashCode() {
        return Objects.hash(known(), bytes, blocks);
    }

    @Override
    public final String toString() {
        return known() ? bytes + " bytes in " + blocks + " blocks" : "–";
    }

    /** With errors. */
    private static final class Inexact extends Figure {
        private final double bytesError;
        private final double blocksError;

        Inexact(long bytes, long blocks, double bytesError, double blocksError) {
            super(bytes, blocks);
            this.bytesError = bytesError;
            this.blocksError = blocksError;
        }

        @Override
        public double bytesError() {
            return bytesError;
        }

        @Override
        public double blocksError() {
            return blocksError;
        }
    }
}
