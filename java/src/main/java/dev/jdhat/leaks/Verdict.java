// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import java.util.Locale;

/** What a site does over the collections of a recording, the most suspicious first. */
public enum Verdict {
    /** It holds more and more, beyond what chance and sampling make, and still does. */
    GROWING("growing"),
    /** It may grow, and what was seen does not decide it. */
    NOT_ENOUGH("not enough collections yet"),
    /** It holds what it holds and does not grow, or no longer. */
    PLATEAU("plateau"),
    /** It held much for a while, and most of that is gone. */
    SPIKE("spike"),
    /** What it allocates dies soon. */
    CHURN("churn");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** As people read it. */
    public String text() {
        return text;
    }

    /** As files have it: growing, not-enough, plateau, spike, churn. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
