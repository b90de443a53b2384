// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit.sample;

import dev.jdhat.junit.HeapAssert;
import dev.jdhat.junit.MaxAllocated;
import dev.jdhat.junit.NoAllocation;
import org.junit.jupiter.api.RepeatedTest;

/** Run by HeapExtensionTest only; named so that the build does not run it. */
public class InParallel {
    private static final int TIMES = 4;

    private Object last;

    private void allocate(int blocks) {
        for (int i = 0; i < blocks; i++) {
            last = new byte[1_000];
        }
    }

    @RepeatedTest(value = TIMES, name = "much {currentRepetition}")
    @MaxAllocated(blocks = 1)
    void much() {
        allocate(5_000);
    }

    @RepeatedTest(TIMES)
    @MaxAllocated(bytes = 1_016)
    void little() {
        allocate(1);
    }

    @RepeatedTest(TIMES)
    @NoAllocation
    void nothing() {
        allocate(0);
    }

    @RepeatedTest(TIMES)
    void asserted() {
        HeapAssert.that(() -> allocate(10)).allocatesAtMost(10_160);
        HeapAssert.that(() -> allocate(10)).repeating(2).leaksNothing().peaksAtMost(10_160);
    }
}
