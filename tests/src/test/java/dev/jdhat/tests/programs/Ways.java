// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;

/**
 * Ways of allocating that a program chooses itself, 1,000 times each under `measure`, a method per
 * way; and once under `warmUp`, which loads what they need. Expected under `measure`:
 *   plainNew, constructor, handle, cloned   1,000 Thing of 24 bytes each
 *   array, arrayClone, reflectedArray       1,000 byte[100], 120 bytes each
 *   multiArray                              1,000 int[][] (32 bytes), 3,000 int[] (32 bytes)
 *   humongous                               4 byte[] of 2 MiB and 16 bytes
 */
public final class Ways {
    private Ways() {}

    static void plainNew(int n) {
        for (int i = 0; i < n; i++) Thing.sink = new Thing(i);
    }

    static void constructor(int n) throws Throwable {
        Constructor<Thing> constructor = Thing.class.getConstructor();
        for (int i = 0; i < n; i++) Thing.sink = constructor.newInstance();
    }

    static void handle(int n) throws Throwable {
        MethodHandle handle = MethodHandles.lookup()
                .findConstructor(Thing.class, MethodType.methodType(void.class));
        for (int i = 0; i < n; i++) Thing.sink = (Object) handle.invoke();
    }

    static void cloned(int n, Thing original) {
        for (int i = 0; i < n; i++) Thing.sink = original.twin();
    }

    static void array(int n) {
        for (int i = 0; i < n; i++) Thing.sink = new byte[100];
    }

    static void arrayClone(int n, byte[] original) {
        for (int i = 0; i < n; i++) Thing.sink = original.clone();
    }

    static void reflectedArray(int n) {
        for (int i = 0; i < n; i++) Thing.sink = Array.newInstance(byte.class, 100);
    }

    static void multiArray(int n) {
        for (int i = 0; i < n; i++) Thing.sink = new int[3][4];
    }

    static void humongous(int n) {
        for (int i = 0; i < n; i++) Thing.sink = new byte[2 << 20];
    }

    private static void each(int n) {
        try {
            plainNew(n);
            constructor(n);
            handle(n);
            cloned(n, new Thing());
            array(n);
            arrayClone(n, new byte[100]);
            reflectedArray(n);
            multiArray(n);
            humongous(n / 250);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void warmUp() {
        each(1);
    }

    static void measure() {
        each(1000);
    }
}
