// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextBytesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TextBytes text = new TextBytes(out);

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsAddedComesOutInItsOrder() throws IOException {
        text.add(TextBytes.encoded("grün")).add(' ').add(-5).add('\n').endLine();
        assertEquals("", written());
        text.flush();
        assertEquals("grün -5\n", written());
        text.flush();
        assertEquals("grün -5\n", written());
    }

    @Test
    void linesMayBeOfAnyLength() throws IOException {
        StringBuilder expected = new StringBuilder();
        String longText = "x".repeat(300_000);
        for (int i = 0; i < 3; i++) {
            text.add(TextBytes.encoded(longText));
            expected.append(longText);
        }
        text.add('.').endLine();
        expected.append('.');
        assertEquals(expected.length(), written().length());
        for (int i = 0; i < 200_000; i++) {
            text.add('y');
            expected.append('y');
        }
        text.flush();
        assertEquals(expected.toString(), written());
    }
}
