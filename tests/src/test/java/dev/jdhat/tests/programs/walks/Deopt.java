// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Compiled code is made invalid while it is on the stack, again and again: each round runs a copy
 * of fresh.Trap, whose class hierarchy grows in mid-call and whose rare branches are taken at last.
 * Arguments: rounds, and calls in a round. At most five blocks in a call.
 */
public final class Deopt {
    private static final int DIFFERENT = 1000;

    private Deopt() {}

    static void round(Runnable trap, int calls) {
        for (int i = 0; i < calls; i++) trap.run();
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        for (int i = 0; i < rounds; i++) {
            int number = i % DIFFERENT;
            round(new Fresh(100 + 20 * number, 100 * (number % 100)).make("Trap"), calls);
        }
        Place.tell();
    }
}
