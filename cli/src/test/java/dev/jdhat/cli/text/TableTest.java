// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class TableTest {
    private final Table table =
            Table.of(">PID", "NAME", ">BYTES").row("1", "a", "1,000").row("4711", "long", "–");

    @Test
    void numbersToTheRight() {
        assertEquals(
                List.of(" PID  NAME  BYTES", "   1  a     1,000", "4711  long      –"),
                table.lines(80));
    }

    @Test
    void cutToTheWidth() {
        assertEquals("   1  a  …", table.lines(10).get(1));
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThrows(IllegalArgumentException.class, () -> table.row("1"));
    }
}
