// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/** A largest figure and when it was reached. */
public final class Peak {
    private final Figure figure;
    private final long time;
    private final boolean upperBound;

    public Peak(Figure figure, long time, boolean upperBound) {
        this.figure = Objects.requireNonNull(figure);
        this.time = time;
        this.upperBound = upperBound;
    }

    public Figure figure() {
        return figure;
    }

    /** In the profile's time unit, since the start. */
    public long time() {
        return time;
    }

    /** Whether old garbage may be in it: no collection had examined the whole heap. */
    public boolean upperBound() {
        return upperBound;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Peak)) {
            return false;
        }
        Peak that = (Peak) other;
        return figure.equals(that.figure) && time == that.time && upperBound == that.upperBound;
    }

    @Override
    public int hashCode() {
        return Objects.hash(figure, time);
    }

    @Override
    public String toString() {
        return figure + " at " + time + (upperBound ? " (upper bound)" : "");
    }
}
