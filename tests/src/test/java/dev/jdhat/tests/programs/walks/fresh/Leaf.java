// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;

/** Two blocks, by methods whose names are replaced in the class file. */
public final class Leaf implements Runnable {
    @Override
    public void run() {
        firstOuter();
    }

    private static void firstOuter() {
        firstInner();
        Place.sink = new float[Place.at(1_000_000)];
    }

    private static void firstInner() {
        Place.sink = new float[Place.at(1_000_001)];
    }
}
