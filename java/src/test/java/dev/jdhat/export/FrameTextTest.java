// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The pattern says the same, several times as slowly. */
    @Test
    void itIsWhatThePatternSays() {
        Pattern place = Pattern.compile(
                "(.+) \\(([^():]+):(\\d{1,9})(?::(\\d{1,9}))?\\)", Pattern.DOTALL);
        String[] pieces = {"a", " (", "(", ")", ":", "12", "1234567890", " ", "\n", "B.java", "-"};
        Random random = new Random(1);
        int places = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "" : "a (b:");
            for (int left = random.nextInt(8); left > 0; left--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            text.append(i % 3 == 0 ? "" : "7)");
            Matcher matcher = place.matcher(text);
            FrameText parts = FrameText.of(text.toString());
            if (matcher.matches()) {
                places++;
                assertEquals(matcher.group(1) + "|" + matcher.group(2) + "|"
                        + Integer.parseInt(matcher.group(3)) + "|"
                        + (matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4))),
                        parts.name() + "|" + parts.file() + "|" + parts.line() + "|"
                                + parts.column(), text.toString());
            } else {
                assertEquals(text.length() == 0 ? "[no name]" : text.toString(), parts.name());
                assertEquals("", parts.file());
            }
        }
        assertTrue(places > 1_000, "places: " + places);
    }
}
