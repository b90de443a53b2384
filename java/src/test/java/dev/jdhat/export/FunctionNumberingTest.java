// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionNumberingTest {
    @Test
    void aFunctionIsANameAndAFile() {
        List<String> told = new ArrayList<>();
        FunctionNumbering functions =
                new FunctionNumbering((name, file) -> told.add(name + " in " + file));
        assertEquals(1, functions.of(7, 8));
        assertEquals(2, functions.of(8, 7));
        assertEquals(3, functions.of(7, 7));
        assertEquals(1, functions.of(7, 8));
        assertEquals(2, functions.of(8, 7));
        assertEquals(List.of("7 in 8", "8 in 7", "7 in 7"), told);
    }
}
