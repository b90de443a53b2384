// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.profile.ProgramPoint;

/** One site in two profiles; null where it is not. Immutable. */
final class Pair {
    private final ProgramPoint before;
    private final ProgramPoint after;

    Pair(ProgramPoint before, ProgramPoint after) {
        this.before = before;
        this.after = after;
    }

    ProgramPoint before() {
        return before;
    }

    ProgramPoint after() {
        return after;
    }
}
