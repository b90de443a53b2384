// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

/** Bytes per hour, with a 95 % interval; immutable. */
public final class Growth {
    /** Of a site that does not grow. */
    public static final Growth NONE = new Growth(0, 0, 0);

    private static final double HOUR = 3.6e9;

    private final long perHour;
    private final long least;
    private final long greatest;

    private Growth(long perHour, long least, long greatest) {
        this.perHour = perHour;
        this.least = least;
        this.greatest = greatest;
    }

    static Growth of(Slopes slopes) {
        return new Growth(Math.round(slopes.median() * HOUR), Math.round(slopes.least() * HOUR),
                Math.round(slopes.greatest() * HOUR));
    }

    /** Theil and Sen's slope. */
    public long perHour() {
        return perHour;
    }

    /** The lower end of the interval. */
    public long least() {
        return least;
    }

    /** The upper end of the interval. */
    public long greatest() {
        return greatest;
    }

    @Override
    public String toString() {
        return perHour + " bytes an hour (" + least + " to " + greatest + ")";
    }
}
