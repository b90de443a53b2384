// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Two classes of one shape, whose methods have other names and lines, alternate without a period in
 * loaders that live for one round, so that the memory of one's methods becomes that of the other's. Arguments:
 * rounds, calls in a round (two blocks in each), and rounds between collections (0 = never asked).
 */
public final class LoaderChurn {
    private LoaderChurn() {}

    static void round(boolean second, int calls) {
        Fresh fresh = second
                ? new Fresh(10, 100, "first", "other") : new Fresh(20, 0, "first", "first");
        Runnable leaf = fresh.make("Leaf");
        for (int i = 0; i < calls; i++) leaf.run();
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        int collect = Integer.parseInt(args[2]);
        for (int i = 0; i < rounds; i++) {
            round(Integer.bitCount(i) % 2 == 1, calls);
            if (collect > 0 && i % collect == 0) System.gc();
        }
        Place.tell();
    }
}
