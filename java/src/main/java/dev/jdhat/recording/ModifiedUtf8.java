// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.nio.charset.StandardCharsets;

/** Modified UTF-8 as JNI hands it out; malformed bytes become U+FFFD, one by one. */
final class ModifiedUtf8 {
    private static final char REPLACEMENT = '\ufffd';

    private ModifiedUtf8() {
    }

    static String decode(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = from;
        while (at < end && bytes[at] > 0) {
            at++;
        }
        if (at == end) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder(length);
        for (at = from; at < end;) {
            at += append(text, bytes, at, end);
        }
        return text.toString();
    }

    /** Appends one character and returns how many bytes it took. */
    private static int append(StringBuilder text, byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            text.append((char) lead);
            return 1;
        }
        if (lead >> 5 == 6 && isContinuation(bytes, at + 1, end)) {
            text.append((char) ((lead & 0x1f) << 6 | bytes[at + 1] & 0x3f));
            return 2;
        }
        if (lead >> 4 == 14 && isContinuation(bytes, at + 1, end)
                && isContinuation(bytes, at + 2, end)) {
            text.append((char) ((lead & 0x0f) << 12 | (bytes[at + 1] & 0x3f) << 6
                    | bytes[at + 2] & 0x3f));
            return 3;
        }
        text.append(REPLACEMENT);
        return 1;
    }

    private static boolean isContinuation(byte[] bytes, int at, int end) {
        return at < end && (bytes[at] & 0xc0) == 0x80;
    }
}
