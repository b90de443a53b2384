// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Blocks that have no place in a thread's buffer (TLAB), each with small ones after it. Expected:
 * `large` 50 byte[2000000] (2,000,016 bytes), `small` 50,000 Thing (24 bytes).
 */
public final class AfterLarge {
    static {
        // Loads the class here, not in the methods that are counted.
        Thing.sink = new Thing(0);
    }

    private AfterLarge() {}

    static void large() {
        Thing.sink = new byte[2_000_000];
    }

    static void small() {
        for (int i = 0; i < 1000; i++) Thing.sink = new Thing(i);
    }

    public static void main(String[] args) {
        for (int i = 0; i < 50; i++) {
            large();
            small();
        }
    }
}
