// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import dev.jdhat.junit.HeapAssert;
import dev.jdhat.junit.MaxAllocated;
import dev.jdhat.junit.MaxPeak;
import dev.jdhat.junit.NoAllocation;
import dev.jdhat.junit.NoLeaks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One test of each kind; what each says is in failing.txt. */
@Tag("failing")
class FailingTest {
    private static final String TEXT = "one,two,three,four";

    private final Parser parser = new Parser();
    private final Ring ring = new Ring();
    private final Bus bus = new Bus();

    @Test
    void bytes() {
        HeapAssert.that(() -> parser.parse(TEXT)).warmingUp(1).allocatesAtMost(100);
    }

    @Test
    void blocks() {
        HeapAssert.that(() -> parser.parse(TEXT)).warmingUp(1).allocatesAtMostBlocks(4);
    }

    @Test
    void nothing() {
        HeapAssert.that(() -> ring.publishBoxed(1_000_000)).allocatesNothing();
    }

    @Test
    void peak() {
        HeapAssert.that(() -> parser.parse(TEXT)).warmingUp(1).peaksAtMost(127);
    }

    @Test
    void leaks() {
        HeapAssert.that(bus::listen).leaksNothing();
    }

    @Test
    void leaksOfOneRun() {
        HeapAssert.that(bus::listen).repeating(1).leaksAtMost(96);
    }

    @Test
    void perSite() {
        HeapAssert.that(() -> parser.parse(TEXT)).warmingUp(1).perSite().allocatesAtMost(95);
    }

    @Test
    void noBaseline() {
        HeapAssert.that(() -> parser.parse(TEXT)).allocatesLike("unknown");
    }

    @Test
    void otherThanTheBaseline() {
        HeapAssert.that(() -> parser.parse("one")).allocatesLike("parser");
    }

    @Test
    @MaxAllocated(value = "64", warmUp = 1)
    void maxAllocated() {
        parser.parse(TEXT);
    }

    @Test
    @NoAllocation
    void noAllocation() {
        ring.publishBoxed(1_000_000);
    }

    @Test
    @MaxPeak(value = "64", warmUp = 1)
    void maxPeak() {
        parser.parse(TEXT);
    }

    @Test
    @NoLeaks
    void noLeaks() {
        bus.listen();
    }
}
