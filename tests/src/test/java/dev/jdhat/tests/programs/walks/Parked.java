// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Threads wait in calls from two lines of one compiled method; a class is loaded that makes its
 * code invalid; all wake and allocate before they return to it. Argument: rounds; each runs a new
 * copy of fresh.Parked, whose `call`, `pass` and `deeper` should not be inlined.
 */
public final class Parked {
    private static final int DIFFERENT = 1000;

    private Parked() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int rounds = Integer.parseInt(args[0]);
        for (int i = 0; i < rounds; i++) {
            int number = i % DIFFERENT;
            new Fresh(100 + 20 * number, 100 * (number % 100)).make("Parked").run();
        }
        Place.tell();
    }
}
