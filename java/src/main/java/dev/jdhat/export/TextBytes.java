// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in UTF-8 on its way to a stream. Texts that come again and again are encoded once, by their
 * owner, and copied from then on.
 */
final class TextBytes {
    private static final int FULL = 1 << 16;

    private final OutputStream out;
    private byte[] bytes = new byte[2 * FULL];
    private int size;

    TextBytes(OutputStream out) {
        this.out = out;
    }

    static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A character of ASCII. */
    TextBytes add(char c) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) c;
        return this;
    }

    TextBytes add(byte[] encoded) {
        if (encoded.length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + encoded.length));
        }
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    TextBytes add(long number) {
        return add(encoded(Long.toString(number)));
    }

    /** Gives on what there is, if that is worth it. */
    void endLine() throws IOException {
        if (size >= FULL) {
            out.write(bytes, 0, size);
            size = 0;
        }
    }

    /** Gives on everything and flushes the stream. */
    void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
        out.flush();
    }
}
