// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit.sample;

import dev.jdhat.junit.MaxAllocated;
import dev.jdhat.junit.NoAllocation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Run by HeapExtensionTest only; named so that the build does not run it. */
@NoAllocation
public class LimitedClass {
    private Object last;

    @Test
    void nothing() {
        last = this;
    }

    @Test
    void kilobyte() {
        last = new byte[1_000];
    }

    @Test
    @MaxAllocated("2 kB")
    void kilobyteIsAllowed() {
        last = new byte[1_000];
    }

    @Nested
    class Inner {
        @Test
        void kilobyteInside() {
            last = new byte[1_000];
        }
    }
}
