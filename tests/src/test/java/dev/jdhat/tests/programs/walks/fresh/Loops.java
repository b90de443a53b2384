// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Osr;
import dev.jdhat.tests.programs.walks.Place;

/** A loop with two lines, a nest of loops, and a loop that calls. */
public final class Loops implements Runnable {
    @Override
    public void run() {
        flat(Osr.turns);
        nest(Osr.turns);
        calls(Osr.turns);
    }

    private static void flat(int turns) {
        for (int i = 0; i < turns; i++) {
            if (i % 5 == 0) Place.sink = new float[Place.at(1_000_000)];
            if (i % 7 == 0) {
                Place.sink = new float[Place.at(1_000_001)];
            }
        }
        Place.sink = new float[Place.at(1_000_002)];
    }

    private static void nest(int turns) {
        for (int i = 0; i < turns; i += 100) {
            for (int j = 0; j < 100; j++) {
                if ((j & 7) == 3) Place.sink = new float[Place.at(1_000_003)];
            }
            Place.sink = new float[Place.at(1_000_004)];
        }
    }

    private static void calls(int turns) {
        for (int i = 0; i < turns; i++) {
            if (i % 9 == 0) leaf(1_000_005);
            if (i % 11 == 0) {
                leaf(1_000_006);
            }
        }
        leaf(1_000_007);
    }

    private static void leaf(int place) {
        Place.sink = new float[Place.at(place)];
    }
}
