// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SiteTest {
    private static long leastSize(int sizeClass) {
        return new Site(1, 1, sizeClass, 1, 0, false).leastSize();
    }

    /** As docs/recording-format.md has it. */
    private static int sizeClass(long size) {
        if (size < 16) {
            return (int) size;
        }
        int e = 63 - Long.numberOfLeadingZeros(size);
        return 16 + 8 * (e - 4) + (int) (size >> e - 3 & 7);
    }

    @Test
    void eachSizeIsInItsClass() {
        for (long size = 1; size < 1L << 62; size += Math.max(1, size / 100)) {
            int sizeClass = sizeClass(size);
            assertTrue(leastSize(sizeClass) <= size, size + " in " + sizeClass);
            assertTrue(leastSize(sizeClass + 1) > size, size + " in " + sizeClass);
            assertEquals(sizeClass, sizeClass(leastSize(sizeClass)));
        }
    }

    @Test
    void aClassThatNoSizeHasIsNoError() {
        assertEquals(Long.MAX_VALUE, leastSize(Integer.MAX_VALUE));
    }
}
