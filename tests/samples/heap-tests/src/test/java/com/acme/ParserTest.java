// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.junit.HeapAssert;
import dev.jdhat.junit.MaxAllocated;
import dev.jdhat.junit.MaxPeak;
import dev.jdhat.junit.NoLeaks;
import dev.jdhat.junit.ProfileHeap;
import org.junit.jupiter.api.Test;

@MaxAllocated("4 kB")
class ParserTest {
    private static final String TEXT = "one,two,three,four";

    private final Parser parser = new Parser();

    @Test
    void findsTheLongest() {
        assertEquals(5, parser.parse(TEXT));
    }

    @Test
    @MaxAllocated(bytes = 32 + 4 * 24, blocks = 5)
    void allocatesOneArrayAndItsTokens() {
        parser.parse(TEXT);
    }

    @Test
    @MaxPeak("1 kB")
    @NoLeaks(repeat = 3, packages = "com.acme")
    void keepsTheLastTokensOnly() {
        parser.parse(TEXT);
    }

    @Test
    @ProfileHeap
    void isProfiled() {
        parser.parse(TEXT);
    }

    @Test
    @MaxAllocated("1 MB")
    void allocatesAsItDid() {
        HeapAssert.that(() -> parser.parse(TEXT)).allocatesLike("parser");
        HeapAssert.that(() -> parser.parse(TEXT)).perSite().allocatesAtMost(4 * 24);
    }
}
