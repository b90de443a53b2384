// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * So many rounds, each with a full collection at its end, after which it says "round" and waits. By
 * its own clock `grow` keeps one Thing (24 bytes) for every 100 µs since the start, 864,000,000
 * bytes an hour. Of long[16] (144 bytes): `cache` puts 100 a round into a ring of 1,000, `batch`
 * makes 5,000 in round 10 that are dropped in round 15, `garbage` 10,000 a round that nothing
 * keeps, `fixed` 1,000 at the start.
 */
public final class Trends {
    static final Object[] grown = new Object[1 << 20];
    static final Object[] ring = new Object[1_000];
    static Object[] batch;
    static Object[] fixed;
    private static int things;
    private static int puts;

    private Trends() {}

    static void grow(long micros) {
        while (things < micros / 100) grown[things++] = new Thing();
    }

    static void cache() {
        for (int i = 0; i < 100; i++) ring[puts++ % ring.length] = new long[16];
    }

    static Object[] batch() {
        Object[] blocks = new Object[5_000];
        for (int i = 0; i < blocks.length; i++) blocks[i] = new long[16];
        return blocks;
    }

    static void garbage() {
        for (int i = 0; i < 10_000; i++) Thing.sink = new long[16];
        Thing.sink = null;
    }

    static Object[] fixed() {
        Object[] blocks = new Object[1_000];
        for (int i = 0; i < blocks.length; i++) blocks[i] = new long[16];
        return blocks;
    }

    public static void main(String[] args) {
        fixed = fixed();
        long start = System.nanoTime();
        for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
            cache();
            garbage();
            batch = round == 10 ? batch() : round == 15 ? null : batch;
            grow((System.nanoTime() - start) / 1_000);
            System.gc();
            Stage.pause("round");
        }
        Stage.say("over");
    }
}
