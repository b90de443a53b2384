// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import dev.jdhat.junit.HeapAssert;
import dev.jdhat.junit.NoAllocation;
import org.junit.jupiter.api.Test;

class RingTest {
    private final Ring ring = new Ring();

    @Test
    void publishesWithoutAllocating() {
        HeapAssert.that(() -> ring.publish(1_000_000)).repeating(1_000).allocatesNothing();
    }

    @Test
    @NoAllocation
    void publishesWithoutAllocatingOnce() {
        ring.publish(1_000_000);
    }

    @Test
    void boxesIntegersOnly() {
        HeapAssert.that(() -> ring.publishBoxed(1_000_000)).ofType(Long.class).allocatesNothing();
    }
}
