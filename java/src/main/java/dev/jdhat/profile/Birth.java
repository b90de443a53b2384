// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** What is known of the blocks born in an epoch. */
final class Birth {
    private final long epoch;
    private final int closing;
    private final int examined;
    private final long start;
    private final double middle;

    Birth(long epoch, int closing, int examined, long start, long end) {
        this.epoch = epoch;
        this.closing = closing;
        this.examined = examined;
        this.start = start;
        middle = (start + (double) end) / 2;
    }

    long epoch() {
        return epoch;
    }

    /** The clock point that closed the epoch; the number of clock points while it is open. */
    int closing() {
        return closing;
    }

    /** The first point in whose live figure the blocks can be; else {@link Timeline#NEVER}. */
    int examined() {
        return examined;
    }

    /** When the epoch began: the earliest that the blocks can have been born. */
    long start() {
        return start;
    }

    /** The middle of the epoch, which stands for the birth of all its blocks. */
    double middle() {
        return middle;
    }
}
