// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * 500,000 arrays of 1,024 bytes in `pour`, called by main; with an argument, after a line, by a
 * thread of its own, once all classes that this needs are there.
 */
public final class Bulk {
    static Object sink;

    private Bulk() {}

    static void pour(int blocks) {
        for (int i = 0; i < blocks; i++) sink = new byte[1008];
    }

    static void work(int blocks) {
        Stage.onNewThread(() -> pour(blocks));
    }

    public static void main(String[] args) {
        if (args.length == 0) {
            pour(500_000);
            return;
        }
        work(1);
        Stage.pause("ready");
        work(500_000);
        Stage.pause("poured");
    }
}
