// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Long loops that allocate, each entered once, so that only on-stack replacement compiles them.
 * Arguments: rounds, and turns of each loop. A round runs a new copy of fresh.Loops.
 */
public final class Osr {
    private static final int DIFFERENT = 1000;

    /** How often each loop turns. */
    public static int turns;

    private Osr() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int rounds = Integer.parseInt(args[0]);
        turns = Integer.parseInt(args[1]);
        for (int i = 0; i < rounds; i++) {
            int number = i % DIFFERENT;
            new Fresh(100 + 10 * number, 100 * (number % 100)).make("Loops").run();
        }
        Place.tell();
    }
}
