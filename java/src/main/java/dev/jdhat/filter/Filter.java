// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import java.util.Objects;
import java.util.function.Predicate;

/** An expression that accepts some sites and not others. */
public final class Filter {
    /** Accepts every site. */
    public static final Filter ALL = new Filter("", subject -> true, false);

    private final String text;
    private final Predicate<Subject> test;
    private final boolean compares;

    Filter(String text, Predicate<Subject> test, boolean compares) {
        this.text = text;
        this.test = test;
        this.compares = compares;
    }

    /**
     * Reads an expression; an empty one accepts every site.
     *
     * @throws FilterException when it cannot be read
     */
    public static Filter parse(String text) {
        return Objects.requireNonNull(text).isBlank() ? ALL : new FilterParser(text).parse();
    }

    /**
     * A figure that is not known is neither more nor less nor equal to anything.
     *
     * @throws IllegalArgumentException when the expression {@link #compares} and there is one
     *     profile only
     */
    public boolean accepts(Subject subject) {
        if (compares && !subject.compares()) {
            throw new IllegalArgumentException("\"" + text + "\" speaks of two profiles, and there"
                    + " is one only; compare it with an earlier one.");
        }
        return test.test(subject);
    }

    /** Whether it accepts a site of one profile; see {@link #accepts(Subject)}. */
    public boolean accepts(ProgramPoint point) {
        return accepts(new PointSubject(point));
    }

    /** The profile with the sites that are accepted, and with their sums. */
    public Profile of(Profile profile) {
        return this == ALL ? profile : profile.keeping(this::accepts);
    }

    /** Whether it speaks of what became of a site between two profiles. */
    public boolean compares() {
        return compares;
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
