// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import java.util.Locale;

/** A text of a site that an expression can look into. */
public enum TextField {
    /** The class of its blocks, as in {@code byte[]}, or the kind of its ad hoc events. */
    CLASS,
    /** The package of that class; empty of arrays of primitives and of the unnamed package. */
    PACKAGE,
    /** Any frame of its stack. */
    FRAME,
    /** The frame that allocates. */
    LEAF,
    /** The outermost frame. */
    ROOT;

    /** As expressions have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
