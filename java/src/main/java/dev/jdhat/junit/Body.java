// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

/** The frame under which everything that a test measures is allocated. */
final class Body {
    /** Of the one method. */
    static final String METHOD = "run";

    private Body() {
    }

    /** Runs the work in a frame of its own: what it made is held by no local variable after it. */
    static void run(HeapAssert.Work work) throws Throwable {
        work.run();
    }
}
