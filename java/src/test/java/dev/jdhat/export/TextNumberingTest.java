// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.FrameTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextNumberingTest {
    private final List<String> told = new ArrayList<>();
    private final TextNumbering numbering = new TextNumbering(1, told::add);

    @Test
    void eachTextHasANumberWhereverItComesFrom() {
        FrameTable one = new FrameTable(List.of("a", "b", "c", "b"));
        FrameTable two = new FrameTable(List.of("d", "c", "a"));
        assertArrayEquals(new int[] {1, 2, 1},
                numbering.of(one.stack(new int[] {2, 1, 2})));
        assertArrayEquals(new int[] {3, 1, 4},
                numbering.of(two.stack(new int[] {0, 1, 2})));
        assertArrayEquals(new int[] {5, 3, 2}, numbering.of(List.of("e", "d", "b")));
        assertArrayEquals(new int[] {4, 2}, numbering.of(one.stack(new int[] {0, 3})));
        assertEquals(5, numbering.of("e"));
        assertEquals(List.of("c", "b", "d", "a", "e"), told);
    }

    @Test
    void framesThatAreLeftOutHaveNoNumber() {
        FrameTable table = new FrameTable(List.of("a", "b", "c"));
        assertArrayEquals(new int[] {1, 2},
                numbering.of(table.stack(new int[] {0, 2, 1}), 1));
        assertArrayEquals(new int[] {1}, numbering.of(List.of("x", "c"), 1));
        assertArrayEquals(new int[0], numbering.of(List.of("x"), 1));
        assertEquals(List.of("c", "b"), told);
    }
}
