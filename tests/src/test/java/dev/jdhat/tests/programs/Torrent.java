// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * A new thread makes 60 million blocks of 24 bytes in `pour` and as many arrays of 200 in `flood`,
 * in turns; `poured`. After a line another makes 100 Thing in `drip`; `dripped`. After another line
 * it ends. The argument, 0 without one: so many frames stand below `work`.
 */
public final class Torrent {
    static final int ROUNDS = 60;
    static final int BLOCKS = 1_000_000;

    private Torrent() {}

    static void pour() {
        for (int i = 0; i < BLOCKS; i++) Thing.sink = new Thing(i);
    }

    static void flood() {
        for (int i = 0; i < BLOCKS; i++) Thing.sink = new byte[184];
    }

    static void work() {
        for (int i = 0; i < ROUNDS; i++) {
            pour();
            flood();
        }
    }

    static void under(int frames) {
        if (frames == 0) work();
        else under(frames - 1);
    }

    static void drip() {
        for (int i = 0; i < 100; i++) Thing.sink = new Thing(i);
    }

    public static void main(String[] args) {
        int frames = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        Stage.onNewThread(() -> under(frames));
        Stage.pause("poured");
        Stage.onNewThread(Torrent::drip);
        Stage.pause("dripped");
    }
}
