// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrameTextTest {
    private static String parts(String text) {
        FrameText parts = FrameText.of(text);
        return String.join("|", parts.name(), parts.file(), "" + parts.line(),
                "" + parts.column(), parts.bareName());
    }

    @Test
    void aPlaceIsAFileAndALine() {
        assertEquals("a.B.c|B.java|5|0|a.B.c", parts("a.B.c (B.java:5)"));
        assertEquals("m::f|src/m.rs|10|7|m::f", parts("m::f (src/m.rs:10:7)"));
        assertEquals("f(int, char)|f.cpp|12|0|f(int, char)", parts("f(int, char) (f.cpp:12)"));
    }

    @Test
    void anythingElseIsAllName() {
        assertEquals("a.B.c (native)||0|0|a.B.c", parts("a.B.c (native)"));
        assertEquals("byte[] (class)||0|0|byte[]", parts("byte[] (class)"));
        assertEquals("[jdhat]||0|0|[jdhat]", parts("[jdhat]"));
        assertEquals(" (class)||0|0| (class)", parts(" (class)"));
        assertEquals("[no name]||0|0|[no name]", parts(""));
    }
}
