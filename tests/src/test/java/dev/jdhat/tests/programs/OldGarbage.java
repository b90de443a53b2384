// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Keeps 50,000 long[125] (1,016 bytes each: 50.8 MB) in `kept`, all of them old by a full
 * collection. `live`: then makes 200 MB of garbage in `garbage` while full collections run, and
 * ends with the blocks kept. `drop`: drops them, then makes the same garbage, enough for many
 * young collections.
 */
public final class OldGarbage {
    static {
        // Loads and links here what would be loaded in the methods that are counted.
        Thing.sink = null;
    }

    static Object[] kept;

    private OldGarbage() {}

    static void kept() {
        Object[] blocks = new Object[50_000];
        for (int i = 0; i < blocks.length; i++) blocks[i] = new long[125];
        kept = blocks;
    }

    static void garbage() {
        for (int i = 0; i < 200_000; i++) Thing.sink = new long[125];
        Thing.sink = null;
    }

    public static void main(String[] args) throws Exception {
        kept();
        System.gc();
        Stage.pause("kept");
        if (args[0].equals("live")) {
            Thread worker = new Thread(OldGarbage::garbage);
            worker.start();
            for (int i = 0; i < 20 && worker.isAlive(); i++) System.gc();
            worker.join();
        } else {
            kept = null;
            garbage();
        }
        Stage.pause("worked");
        System.gc();
        Stage.pause("over");
        Thing.sink = kept;
    }
}
