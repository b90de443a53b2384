// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import java.util.Locale;

/** What became of a site between two profiles. */
public enum State {
    /** Its stack and class are in the later profile only. */
    NEW,
    /** Its stack and class are in the earlier profile only. */
    GONE,
    /** It is in both, and the figure that is compared is larger in the later one. */
    GROWN,
    /** It is in both, and the figure that is compared is smaller in the later one. */
    SHRUNK,
    /** It is in both with the same figure. */
    SAME,
    /** The difference is within what sampling alone would make. */
    NOISE;

    /** As expressions and reports have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
