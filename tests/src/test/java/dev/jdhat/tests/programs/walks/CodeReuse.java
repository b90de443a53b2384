// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * The memory of long code is used again by short code: each round makes the one method of a copy of
 * fresh.Long0000 hot, lets it be unloaded, and makes the methods of some copies of fresh.Bulk0000
 * hot, whose return addresses lie where others lay. Arguments: rounds, and calls in a round.
 */
public final class CodeReuse {
    private static final int LONG = 2;
    private static final int SHORT = 12;
    private static final int DIFFERENT = 40;
    private static final int PLACES = 100 + 72 * LONG + 8 * SHORT;

    private CodeReuse() {}

    static void hot(Runnable code, int calls) {
        for (int i = 0; i < calls; i++) code.run();
    }

    private static Runnable copy(String pattern, int number, int firstPlace) {
        String name = String.format("%s%04d", pattern, number);
        return new Fresh(firstPlace, number % 50, pattern + "0000", name).make(name);
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        for (int i = 0; i < rounds; i++) {
            int round = i % DIFFERENT;
            int place = PLACES * round;
            for (int j = 0; j < LONG; j++, place += 72) {
                hot(copy("Long", 1 + LONG * round + j, place), 4 * calls);
            }
            System.gc();
            for (int j = 0; j < SHORT; j++, place += 8) {
                hot(copy("Bulk", 1 + SHORT * round + j, place), calls);
            }
        }
        Place.tell();
    }
}
