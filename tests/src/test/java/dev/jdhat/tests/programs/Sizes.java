// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * The main thread makes 128 MiB of blocks of each of seven sizes, in a method per size.
 * Expected in `size128`: 2^27 bytes in 2^20 blocks, and so on: 2^27 / size blocks each.
 */
public final class Sizes {
    static final long TOTAL = 1L << 27;

    private Sizes() {}

    static void size16() {
        for (long i = TOTAL / 16; i > 0; i--) Thing.sink = new Object();
    }

    static void size128() {
        array(128);
    }

    static void size1024() {
        array(1024);
    }

    static void size8192() {
        array(8192);
    }

    static void size65536() {
        array(65536);
    }

    static void size524288() {
        array(524288);
    }

    static void size4194304() {
        array(4194304);
    }

    private static void array(int size) {
        for (long i = TOTAL / size; i > 0; i--) Thing.sink = new byte[size - 16];
    }

    public static void main(String[] args) {
        size16();
        size128();
        size1024();
        size8192();
        size65536();
        size524288();
        size4194304();
    }
}
