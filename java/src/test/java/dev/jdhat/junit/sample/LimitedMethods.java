// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit.sample;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;

import dev.jdhat.junit.MaxAllocated;
import dev.jdhat.junit.MaxPeak;
import dev.jdhat.junit.NoAllocation;
import dev.jdhat.junit.NoLeaks;
import dev.jdhat.junit.ProfileHeap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Run by HeapExtensionTest only; named so that the build does not run it. */
public class LimitedMethods {
    private static final List<Object> KEPT = new ArrayList<>(100);

    private static final List<String> NAMES = new ArrayList<>(List.of("a", "b"));
    private static final List<String> SAME_NAMES = new ArrayList<>(NAMES);

    private Object last;

    public static Method factory() {
        try {
            return LimitedMethods.class.getDeclaredMethod("dynamic");
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @MaxAllocated("1 kB")
    void allocatesTooMuch() {
        last = new byte[2_000];
    }

    @Test
    @MaxAllocated(blocks = 1)
    void allocatesTwoBlocks() {
        last = new Object();
        last = new Object();
    }

    @Test
    @MaxAllocated(bytes = 1_016)
    void allocatesEnough() {
        last = new byte[1_000];
    }

    @Test
    @NoAllocation
    void boxes() {
        last = 1_000_000;
    }

    @Test
    @NoAllocation
    void assertsOnly() {
        assertIterableEquals(NAMES, SAME_NAMES);
    }

    @Test
    @MaxPeak("64 kB")
    void holdsTooMuch() {
        last = new byte[100_000];
    }

    @Test
    @NoLeaks(repeat = 3)
    void leaks() {
        KEPT.add(new byte[100]);
    }

    @Test
    @NoLeaks(repeat = 3)
    void keepsTheLast() {
        last = new byte[100];
    }

    @RepeatedTest(2)
    @MaxAllocated("1 kB")
    void repeats(RepetitionInfo repetition) {
        last = new byte[repetition.getCurrentRepetition() == 2 ? 2_000 : 500];
    }

    @Test
    @ProfileHeap
    void profiled() {
        last = new byte[100];
    }

    @TestFactory
    @NoAllocation
    List<DynamicTest> dynamic() {
        return List.of();
    }

    @Test
    @MaxAllocated("much")
    void misspelt() {
        last = null;
    }
}
