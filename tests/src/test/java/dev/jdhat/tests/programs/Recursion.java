// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Recursion 10,000 deep with a block at every level, in `down`. Expected there: 10,000 Thing of
 * 24 bytes, in few program points, since a recursion is folded.
 */
public final class Recursion {
    private Recursion() {}

    static Object down(int level) {
        Thing.sink = new Thing(level);
        return level > 1 ? down(level - 1) : null;
    }

    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(null, () -> down(10_000), "deep", 64 << 20);
        thread.start();
        thread.join();
    }
}
