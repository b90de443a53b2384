// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ModifiedUtf8Test {
    private static String decode(int... bytes) {
        byte[] array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            array[i] = (byte) bytes[i];
        }
        return ModifiedUtf8.decode(array, 0, array.length);
    }

    @Test
    void readsWhatTheJdkWrites() throws IOException {
        String text = "a\0é€\ud83d\ude00\ud800z";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(text);
        byte[] array = bytes.toByteArray();
        assertEquals(text, ModifiedUtf8.decode(array, 2, array.length - 2));
        assertEquals("", ModifiedUtf8.decode(array, 0, 0));
    }

    @Test
    void replacesMalformedBytes() {
        assertEquals("a\ufffdb", decode('a', 0x80, 'b'));
        assertEquals("\ufffd", decode(0xc3));
        assertEquals("\ufffd\ufffd", decode(0xe2, 0x82));
        assertEquals("\ufffd\ufffd\ufffd\ufffd", decode(0xf0, 0x9f, 0x98, 0x80));
    }
}
