// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.util.Arrays;

/**
 * The cases of DHAT's and dhat-rs's own tests, as far as they make sense where a collector
 * returns the memory. A byte[] of n - 16 is a block of n bytes. After each step that changes what
 * is live the program collects and waits, so that the peaks are exact.
 *   single    1 block of 16 bytes
 *   basic     total 7,000 in 4 blocks; t-gmax 5,000 in 2; t-end 3,000 in 1
 *   big       a call tree by two ways: 15 Object[2] of 24 bytes: total, t-gmax and t-end 360 in 15
 *   loop      10 blocks of 32 bytes, one at a time: total 320 in 10; t-end 0
 *   peak      10 blocks of 1,600 one at a time, then 100,000, 40,000 and 3,200, then the first of
 *             them is dropped and one of 5,600 made and dropped: total 164,800 in 14; t-gmax
 *             143,200 in 3; t-end 43,200 in 2
 *   resize    a growing array: 3 blocks of 104, 200 and 400 bytes; t-end the last
 */
public final class DhatCases {
    static {
        // Loads and links here what would be loaded in the methods that are counted.
        Thing.sink = Arrays.copyOf(new byte[0], 0);
    }

    static Object a;
    static Object b;

    private DhatCases() {}

    static Object bytes(int size) {
        return new byte[size - 16];
    }

    static void collect() {
        System.gc();
        Stage.pause("step");
    }

    static void single() {
        a = new Object();
    }

    static void basic() {
        a = bytes(1000);
        a = bytes(1000);
        collect();
        Stage.onNewThread(() -> {
            a = bytes(2000);
            b = bytes(3000);
        });
        collect();
        a = null;
        collect();
    }

    static Object[] big(int depth) {
        Object[] pair = {null, null};
        if (depth > 0) {
            pair[0] = left(depth - 1);
            pair[1] = right(depth - 1);
        }
        return pair;
    }

    static Object left(int depth) {
        return big(depth);
    }

    static Object right(int depth) {
        return big(depth);
    }

    static void loop() {
        for (int i = 0; i < 10; i++) Thing.sink = bytes(32);
        Thing.sink = null;
    }

    static Object kept(int size) {
        return bytes(size);
    }

    static Object dropped(int size) {
        return bytes(size);
    }

    static void peak() {
        for (int i = 0; i < 10; i++) Thing.sink = dropped(1600);
        Thing.sink = null;
        a = dropped(100_000);
        b = new Object[] {kept(40_000), kept(3200)};
        collect();
        a = dropped(5600);
        a = null;
    }

    static void resize() {
        byte[] grown = new byte[84];
        grown = Arrays.copyOf(grown, 184);
        grown = Arrays.copyOf(grown, 384);
        a = grown;
    }

    public static void main(String[] args) {
        switch (args[0]) {
            case "empty": break;
            case "single": single(); break;
            case "basic": basic(); break;
            case "big": a = big(3); break;
            case "loop": loop(); break;
            case "peak": peak(); break;
            default: resize();
        }
        collect();
        Stage.say("over");
    }
}
