// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void lambdasLoseTheirNumbers() {
        assertEquals("a.Foo$$Lambda", Folding.folded("a.Foo$$Lambda$14/0x0000000800c03000"));
        assertEquals("a.Foo$$Lambda", Folding.folded("a.Foo$$Lambda/0x000000080123"));
        assertEquals("a.Foo$$Lambda", Folding.folded("a.Foo$$Lambda$14"));
        assertEquals("a.Foo$$Lambda[]", Folding.folded("a.Foo$$Lambda$14/0x0800[]"));
    }

    @Test
    void hiddenClassesLoseTheirAddress() {
        assertEquals("a.Hidden", Folding.folded("a.Hidden/0x0000000800c03000"));
        assertEquals("a.Hidden", Folding.folded("a.Hidden.0x0000000800c03000"));
        assertEquals("a.Hidden[][]", Folding.folded("a.Hidden+0x0800[][]"));
        assertEquals("a.b0.x0x", Folding.folded("a.b0.x0x"));
        assertEquals("a.0xyz", Folding.folded("a.0xyz"));
        assertEquals("byte[]", Folding.folded("byte[]"));
    }

    @Test
    void plumbingIsKnown() {
        assertTrue(Folding.isPlumbing("java.lang.invoke.LambdaForm$MH.0x0000000800c03000"));
        assertTrue(Folding.isPlumbing("java.lang.invoke.DirectMethodHandle$Holder"));
        assertTrue(Folding.isPlumbing("java.lang.invoke.Invokers$Holder"));
        assertTrue(Folding.isPlumbing("java.lang.invoke.DelegatingMethodHandle$Holder"));
        assertTrue(Folding.isPlumbing("jdk.internal.reflect.NativeMethodAccessorImpl"));
        assertTrue(Folding.isPlumbing("jdk.internal.reflect.DirectMethodHandleAccessor"));
        assertTrue(Folding.isPlumbing("jdk.internal.reflect.GeneratedConstructorAccessor12"));
        assertFalse(Folding.isPlumbing("java.lang.reflect.Method"));
        assertFalse(Folding.isPlumbing("java.lang.invoke.MethodHandleImpl"));
        assertFalse(Folding.isPlumbing("a.Holder"));
    }

    @Test
    void onlyTheLibraryIsOwn() {
        assertTrue(Folding.isOwnWork("dev.jdhat.Profiler"));
        assertTrue(Folding.isOwnWork("dev.jdhat.Profiler$$Lambda.0x0000000800c03000"));
        assertTrue(Folding.isOwnWork("dev.jdhat.agent.SelfAttach"));
        assertFalse(Folding.isOwnWork("dev.jdhat.junit.HeapAssert"));
        assertFalse(Folding.isOwnWork("dev.jdhat.demo.Store"));
        assertFalse(Folding.isOwnWork("dev.jdhatter.Agent"));
        assertFalse(Folding.isOwnWork("Main"));
        assertTrue(Folding.isTestSupport("dev.jdhat.junit.HeapAssert"));
        assertFalse(Folding.isTestSupport("dev.jdhat.Profiler"));
        assertFalse(Folding.isTestSupport("dev.jdhat.junit5.Other"));
    }

    @Test
    void thePlatformIsKnown() {
        assertTrue(Folding.isPlatform("java.util.ArrayList"));
        assertTrue(Folding.isPlatform("jdk.internal.misc.Unsafe"));
        assertFalse(Folding.isPlatform("javassist.Loader"));
        assertFalse(Folding.isPlatform("Main"));
    }

    @Test
    void runsAndCyclesAreKeptOnce() {
        assertFolded(new int[] {1, 2, 3}, 1, 2, 3);
        assertFolded(new int[] {1, 2, 3}, 1, 2, 2, 2, 2, 3);
        assertFolded(new int[] {1, 2, 3}, 1, 2, 1, 2, 1, 2, 3);
        assertFolded(new int[] {9, 1, 2, 3, 4, 8}, 9, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 8);
        assertFolded(new int[] {1, 2, 3, 4, 5, 1, 2, 3, 4, 5}, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
        assertFolded(new int[] {1, 2, 1, 3}, 1, 2, 1, 2, 1, 3);
        assertFolded(new int[] {}, new int[0]);
    }

    private static void assertFolded(int[] expected, int... frames) {
        assertArrayEquals(expected, Folding.withoutRecursion(frames));
    }
}
