// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Allocations that the language or the library makes, 1,000 times each. Each method runs 500 times
 * under `warmUp`, so that what links a call site, and makes code for it when it has been used 127
 * times, is not under `measure`. Expected there:
 *   lambda      1,000 of the lambda's class, 16 bytes each (a header and one captured int)
 *   concat      1,000 String (24 bytes) and 1,000 byte[] ("item 1000000", 12 characters: 32 bytes)
 *   text        1,000 String and 1,000 byte[] ("1000000", 7 characters: 24 bytes)
 *   boxed       1,000 Long (24 bytes)
 *   copyOf      1,000 byte[100] (120 bytes)
 */
public final class Texts {
    private Texts() {}

    static void lambda(int n) {
        for (int i = 0; i < n; i++) {
            int value = i;
            Thing.sink = (IntSupplier) () -> value;
        }
    }

    static void concat(int n) {
        for (int i = 0; i < n; i++) Thing.sink = "item " + (1000000 + i);
    }

    static void text(int n) {
        for (int i = 0; i < n; i++) Thing.sink = Integer.toString(1000000 + i);
    }

    static void boxed(int n) {
        for (int i = 0; i < n; i++) Thing.sink = Long.valueOf(1000000 + i);
    }

    static void copyOf(int n, byte[] original) {
        for (int i = 0; i < n; i++) Thing.sink = Arrays.copyOf(original, 100);
    }

    private static void each(int n) {
        lambda(n);
        concat(n);
        text(n);
        boxed(n);
        copyOf(n, new byte[1]);
    }

    static void warmUp() {
        each(500);
    }

    static void measure() {
        each(1000);
    }
}
