// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;

/** Eight methods that are large when they are compiled; each makes one block. */
public final class Bulk0000 implements Runnable {
    private int state;

    @Override
    public void run() {
        state = one(three(five(seven(state))));
        state = two(four(six(eight(state))));
    }

    static int stir(int x) {
        int y = x * 31 + (x >>> 7) ^ 0x5bd1e995;
        return (y & 1) == 0 ? y / 3 + Integer.bitCount(y) : Integer.rotateLeft(y, 5) % 1_000_003;
    }

    static int more(int x) {
        return stir(stir(stir(stir(stir(stir(x))))));
    }

    static int one(int x) {
        Place.sink = new float[Place.at(1_000_000)];
        return more(x);
    }

    static int two(int x) {
        int y = more(x);
        Place.sink = new float[Place.at(1_000_001)];
        return y;
    }

    static int three(int x) {
        int y = more(x);
        Place.sink = new float[Place.at(1_000_002)];
        return more(y);
    }

    static int four(int x) {
        return more(x) + inner(1_000_003);
    }

    static int five(int x) {
        return inner(1_000_004) + more(x);
    }

    static int six(int x) {
        return more(more(x) + inner(1_000_005));
    }

    static int seven(int x) {
        return stir(inner(1_000_006) + x);
    }

    static int eight(int x) {
        return stir(x + inner(1_000_007));
    }

    static int inner(int place) {
        float[] made = new float[Place.at(place)];
        Place.sink = made;
        return made.length;
    }
}
