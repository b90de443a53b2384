// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodTest {
    @ParameterizedTest
    @CsvSource({
        "a.B.c (B.java:12), a.B.c (B.java, 12",
        "0x4A1: f (src/m.rs:10:5), f (src/m.rs, 10",
        "a.B.c (native), a.B.c (native), 0",
        "a.B.c (B.java:), a.B.c (B.java:), 0",
        "a.B.c (B.java:12, a.B.c (B.java:12, 0",
        "f (m.rs:x:5), f (m.rs:x, 5",
        "f (m.rs:1:2:3), f (m.rs:1, 2",
        "a.B.c (B.java:9999999999), a.B.c (B.java, 2147483647",
        "0x12: , '', 0",
        "'', '', 0",
    })
    void aMethodHasNoPlace(String frame, String text, int line) {
        Method method = Method.of(frame.equals("0x12:") ? "0x12: " : frame);
        assertEquals(text, method.text());
        assertEquals(line, method.line());
    }

    /** What an expression takes away from texts of the characters that matter. */
    @Test
    void itIsWhatAnExpressionLeaves() {
        Pattern place = Pattern.compile("^0x[0-9A-Fa-f]+: |:(\\d+)(:\\d+)?\\)$");
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder frame = new StringBuilder(random.nextBoolean() ? "0x1" : "");
            for (int c = random.nextInt(9); c > 0; c--) {
                frame.append("01x: :)f(".charAt(random.nextInt(9)));
            }
            frame.append(random.nextBoolean() ? ":7)" : "");
            int line = 0;
            Matcher matcher = place.matcher(frame);
            while (matcher.find()) {
                line = matcher.group(1) == null ? line : Integer.parseInt(matcher.group(1));
            }
            Method method = Method.of(frame.toString());
            assertEquals(matcher.replaceAll(""), method.text(), frame.toString());
            assertEquals(line, method.line(), frame.toString());
        }
    }
}
