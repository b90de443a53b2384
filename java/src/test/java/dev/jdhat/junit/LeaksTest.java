// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaksTest {
    private static final String FRAME = "com.acme.Cache.put (Cache.java:5)";

    @TempDir
    Path folder;

    @BeforeEach
    void reportHere() {
        Reports.writeTo(folder);
    }

    private static FakeWindow holding(long... blocks) {
        return new FakeWindow().alive("com.acme.Entry", 7, FRAME, blocks);
    }

    private static void passes(FakeWindow window) {
        new HeapAssert(() -> { }, window.windows()).leaksNothing();
    }

    private static void fails(FakeWindow window) {
        AssertionError error = assertThrows(AssertionError.class, () -> passes(window));
        assertTrue(error.getMessage().contains("com.acme.Entry  at com.acme.Cache.put"),
                error.getMessage());
    }

    @Test
    void oneBlockPerRunIsALeak() {
        fails(holding(1, 2, 3, 4, 5));
        fails(holding(0, 0, 0, 2, 4));
    }

    @Test
    void lessIsNone() {
        passes(holding(1, 2, 3, 4, 4));
        passes(holding(100, 100, 100, 100, 100));
        passes(holding(100, 50, 10, 0, 0));
    }

    @Test
    void whatFillsUpIsNone() {
        passes(holding(100, 200, 250, 250, 250));
        fails(holding(100, 100, 250, 250, 400));
    }

    @Test
    void theHeapIsWalkedOnlyForWhatGrew() {
        FakeWindow still = holding(100, 100, 100, 100, 100);
        passes(still);
        assertEquals(0, still.walks());
        FakeWindow growing = holding(1, 2, 3, 4, 5).alive("com.acme.Node", 8, FRAME, 1, 2, 3, 4, 5);
        fails(growing);
        assertEquals(1, growing.walks());
    }

    @Test
    void softlyReachableBlocksAreNone() {
        passes(holding(100, 200, 300, 400, 500).soft(7, 400));
        fails(holding(100, 200, 300, 400, 500).soft(7, 396));
        fails(holding(100, 200, 300, 400, 500).soft(8, 400));
    }

    @Test
    void whatWasAtOthersSettlePointsDoesNotCount() {
        fails(holding(9, 1, 9, 2, 9, 3, 9, 4, 9, 5).foreignSettles(1));
        passes(holding(1, 5, 2, 5, 3, 5, 4, 5, 5, 5).foreignSettles(1));
    }
}
