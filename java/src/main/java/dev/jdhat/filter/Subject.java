// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import java.util.List;

/** What an expression judges: a site of one profile, or of two that are compared. */
public interface Subject {
    /** The frames of its stack, leaf first, without what names a class or kind before them. */
    List<String> stack();

    /** The class of its blocks, or the kind of its ad hoc events; empty when unknown. */
    String type();

    /** In the profile, of two in the later one; NaN when that cannot be known. */
    double value(Measure measure);

    /** In the earlier of two profiles; NaN when there is one profile only. */
    double valueBefore(Measure measure);

    /** Whether it is in this state; never of a site of one profile. */
    boolean is(State state);

    /** Whether there are two profiles, so that states and values before mean something. */
    boolean compares();
}
