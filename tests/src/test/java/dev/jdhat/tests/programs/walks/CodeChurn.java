// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Code is compiled, thrown away, and its memory used again: each round loads a copy of
 * fresh.Bulk0000 under another name and makes its eight methods hot; the last 40 copies are kept.
 * Arguments: rounds, and calls of each method in a round. Each call makes one block.
 */
public final class CodeChurn {
    private static final int DIFFERENT = 4000;

    private CodeChurn() {}

    static void round(Runnable bulk, int calls) {
        for (int i = 0; i < calls; i++) bulk.run();
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        Runnable[] kept = new Runnable[40];
        for (int i = 0; i < rounds; i++) {
            int number = i % DIFFERENT;
            String name = String.format("Bulk%04d", number + 1);
            Fresh fresh = new Fresh(100 + 8 * number, number % 50, "Bulk0000", name);
            Runnable bulk = fresh.make(name);
            kept[i % kept.length] = bulk;
            // Every tenth is called often enough for C2, an old one now and then.
            Runnable old = kept[i * 7 % Math.min(i + 1, kept.length)];
            int most = i % 10 == 0 ? 20 * calls : calls;
            for (int j = 0; j < most; j += 8) round(j % 80 == 0 ? old : bulk, 8);
        }
        Place.tell();
    }
}
