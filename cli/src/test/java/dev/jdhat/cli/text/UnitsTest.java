// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.Figure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"0,0.0 s", "2640000,2.6 s", "200000000,3 min 20 s", "18120000000,5 h 2 min"})
    void times(long micros, String text) {
        assertEquals(text, Units.time(micros));
    }

    @ParameterizedTest
    @CsvSource({"1,8,12.5 %", "0,8,0.0 %", "0,0,–"})
    void percentages(long part, long whole, String text) {
        assertEquals(text, Units.percent(part, whole));
    }

    @Test
    void figures() {
        assertEquals("1,256", Units.bytes(Figure.of(1256, 6)));
        assertEquals("–", Units.blocks(Figure.UNKNOWN));
        assertEquals("", Units.error(Figure.of(10, 1)));
        assertEquals(" ± 2.5 %", Units.error(Figure.of(1000, 1, 25, 0)));
        assertEquals(" ± 120 %", Units.error(Figure.of(1000, 1, 1200, 1)));
    }
}
