// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoftlyHeldTest {
    @Test
    void sitesAreRead() {
        Map<Integer, long[]> found =
                SoftlyHeld.bySite(Map.of("soft", "7:2:48;12:1:16", "soft_left_out", "0"));
        assertEquals(Set.of(7, 12), found.keySet());
        assertArrayEquals(new long[] {2, 48}, found.get(7));
        assertArrayEquals(new long[] {1, 16}, found.get(12));
    }

    @Test
    void nothingMayBeHeldSoftly() {
        assertEquals(Map.of(), SoftlyHeld.bySite(Map.of("soft", "", "soft_left_out", "0")));
    }

    @Test
    void partOfAnAnswerIsNone() {
        assertEquals("Blocks of 3 sites more than the agent's answer holds are held only softly;"
                + " let the work make less between two settle points.",
                assertThrows(IllegalStateException.class, () -> SoftlyHeld.bySite(
                        Map.of("soft", "7:2:48", "soft_left_out", "3"))).getMessage());
    }
}
