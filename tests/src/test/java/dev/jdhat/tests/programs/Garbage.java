// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Makes as many blocks of 24 bytes (Long) as its argument says, in `work`, and keeps none; then
 * says `done` and waits. With an eden that holds them all nothing is collected meanwhile.
 */
public final class Garbage {
    private Garbage() {}

    static void work(long n) {
        for (long i = 0; i < n; i++) Thing.sink = Long.valueOf(1000 + i);
    }

    public static void main(String[] args) {
        work(Long.parseLong(args[0]));
        Stage.pause("done");
    }
}
