// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

/** What the programs of this package are counted by: a byte[] of n - 16 is a block of n bytes. */
final class Blocks {
    static final String NAME = "dev.jdhat.tests.programs.api.Blocks";

    static Object a;
    static Object b;
    static Object c;

    private Blocks() {}

    static Object of(int size) {
        return new byte[size - 16];
    }

    static void make(int n, int size) {
        for (int i = 0; i < n; i++) a = of(size);
    }
}
