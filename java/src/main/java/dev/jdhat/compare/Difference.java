// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.profile.Figure;

/** A figure before and after; immutable. */
public final class Difference {
    /** A difference of fewer standard errors than this is no more than sampling makes. */
    static final double SURE = 3;
    /**
     * What no sample was seen of is taken for 0 with this many intervals as its standard error: 6
     * intervals stay unseen once in e^6, about 400 times, which is as sure as {@link #SURE} is.
     */
    private static final double UNSEEN = 2;

    private final Figure before;
    private final Figure after;
    private final double beforeError;
    private final double afterError;
    private final long bytes;
    private final long blocks;

    private Difference(Figure before, double beforeError, Figure after, double afterError) {
        this.before = before;
        this.after = after;
        this.beforeError = beforeError;
        this.afterError = afterError;
        bytes = known() ? after.bytes() - before.bytes() : 0;
        blocks = known() ? after.blocks() - before.blocks() : 0;
    }

    /** Intervals are those of the profiles in bytes, 0 where every block was seen. */
    static Difference of(Figure before, long beforeInterval, Figure after, long afterInterval) {
        return new Difference(before, error(before, beforeInterval), after,
                error(after, afterInterval));
    }

    private static double error(Figure figure, long interval) {
        return figure.bytes() == 0 ? UNSEEN * interval : figure.bytesError();
    }

    public Figure before() {
        return before;
    }

    public Figure after() {
        return after;
    }

    /** False when one of the two is not known; all that follows is 0 then. */
    public boolean known() {
        return before.known() && after.known();
    }

    /** How many bytes more it is; negative: less. */
    public long bytes() {
        return bytes;
    }

    /** How many blocks more it is; negative: fewer. */
    public long blocks() {
        return blocks;
    }

    /** Orders by bytes, then by blocks, be they more or fewer; the largest difference first. */
    static int largestFirst(Difference one, Difference other) {
        int byBytes = Long.compare(Math.abs(other.bytes), Math.abs(one.bytes));
        return byBytes != 0 ? byBytes
                : Long.compare(Math.abs(other.blocks), Math.abs(one.blocks));
    }

    /** One standard error of {@link #bytes}: the two are independent, so the squares add. */
    public double bytesError() {
        return known() ? Math.hypot(beforeError, afterError) : 0;
    }

    /** Whether sampling alone may have made it: it is at most three standard errors. */
    public boolean isNoise() {
        return bytesError() > 0 && Math.abs(bytes()) <= SURE * bytesError();
    }

    /**
     * Whether the later bytes are more than so many times the earlier ones, by more than sampling
     * alone may make; false where one is not known.
     */
    public boolean exceeds(double factor) {
        double more = after.bytes() - factor * before.bytes();
        return known() && more > SURE * Math.hypot(factor * beforeError, afterError) && more > 0;
    }

    /** The later bytes in units of the earlier; NaN when one is not known or the earlier is 0. */
    public double ratio() {
        return known() && before.bytes() > 0 ? (double) after.bytes() / before.bytes()
                : Double.NaN;
    }

    @Override
    public String toString() {
        return before + " → " + after;
    }
}
