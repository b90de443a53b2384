// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Waits; then makes 3,000,000 Thing (24 bytes) in `work` while a debugger holds the agent's
 * thread, and 1,000 more in `after` when it has let go.
 */
public final class Frozen {
    private Frozen() {}

    static void work() {
        for (int i = 0; i < 3_000_000; i++) Thing.sink = new Thing(i);
    }

    static void after() {
        for (int i = 0; i < 1000; i++) Thing.sink = new Thing(i);
    }

    public static void main(String[] args) {
        Stage.pause("ready");
        work();
        Stage.pause("worked");
        after();
    }
}
