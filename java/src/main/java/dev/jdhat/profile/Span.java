// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/** A named piece of time: a window, or a mark when it begins and ends at once. */
public final class Span {
    /** The end of a window that was not closed. */
    public static final long OPEN = -1;

    private final String name;
    private final long from;
    private final long to;

    public Span(String name, long from, long to) {
        this.name = Objects.requireNonNull(name);
        this.from = from;
        this.to = to;
    }

    public String name() {
        return name;
    }

    public long from() {
        return from;
    }

    /** When it ended, or {@link #OPEN}. */
    public long to() {
        return to;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span && ((Span) other).name.equals(name)
                && ((Span) other).from == from && ((Span) other).to == to;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, from, to);
    }
}
