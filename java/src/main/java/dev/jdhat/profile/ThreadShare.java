// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/**
 * What one thread, or the threads of one pool, allocated at a program point; immutable. Figures are
 * rounded for each thread, so that of estimates they may differ from the program point's in the
 * last byte.
 */
public final class ThreadShare {
    private final String name;
    private final Figure total;
    private final Figure atPeak;
    private final Figure atEnd;

    /** @param name empty where it is not known */
    public ThreadShare(String name, Figure total, Figure atPeak, Figure atEnd) {
        this.name = Objects.requireNonNull(name);
        this.total = Objects.requireNonNull(total);
        this.atPeak = Objects.requireNonNull(atPeak);
        this.atEnd = Objects.requireNonNull(atEnd);
    }

    /** Name of the thread, with its numbers as {@code *} where pools were recorded. */
    public String name() {
        return name;
    }

    /** Over the run. */
    public Figure total() {
        return total;
    }

    /** At t-gmax of the whole program. */
    public Figure atPeak() {
        return atPeak;
    }

    /** At t-end, whoever holds the blocks then. */
    public Figure atEnd() {
        return atEnd;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ThreadShare)) {
            return false;
        }
        ThreadShare that = (ThreadShare) other;
        return name.equals(that.name) && total.equals(that.total) && atPeak.equals(that.atPeak)
                && atEnd.equals(that.atEnd);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, total);
    }

    @Override
    public String toString() {
        return name + ": " + total;
    }
}
