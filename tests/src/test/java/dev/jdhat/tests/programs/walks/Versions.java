// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/** What {@link Redefine} redefines: each version has its own lines and places. */
final class Versions {
    private Versions() {}

    static void leaf() {
        Place.sink = new float[Place.at(1_000_000)];
    }

    /** Another version comes in the middle; this frame goes on in the old one. */
    static void work(Runnable middle) {
        Place.sink = new float[Place.at(1_000_001)];
        made(1_000_002);
        middle.run();
        for (int i = 0; i < 10; i++) {
            Place.sink = new float[Place.at(1_000_003)];
            made(1_000_004);
        }
    }

    static void made(int place) {
        Place.sink = new float[Place.at(place)];
    }

    static void spin() {
        for (int i = 0; i < 10; i++) {
            Place.sink = new float[Place.at(1_000_005)];
        }
    }
}
