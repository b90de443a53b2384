// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/** What the cases make: blocks of a class of their own, larger than what holds them. */
public final class Payload {
    long a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p;

    public Payload() {
        Births.note(this);
    }

    /** Makes the compiler keep the Payload up to here. */
    void touch() {
        a++;
    }

    void take(Object answer) {
        touch();
    }
}
