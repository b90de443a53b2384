// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.profile.FrameAddress;

/**
 * A frame without its place: without the address that native tools put first, and without the line
 * and column at its end, as in {@code (Pool.java:12)} and {@code (src/pool.rs:12:5)}. Immutable.
 */
final class Method {
    private final String text;
    private final int line;

    private Method(String text, int line) {
        this.text = text;
        this.line = line;
    }

    static Method of(String frame) {
        int begin = FrameAddress.length(frame);
        int end = frame.length() - 1;
        int last = frame.endsWith(")") ? number(frame, begin, end) : end;
        if (last == end) {
            return new Method(frame.substring(begin), 0);
        }
        int first = number(frame, begin, last);
        int line = Math.min(first, last);
        String digits = frame.substring(line + 1, first < last ? last : end);
        return new Method(frame.substring(begin, line),
                digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
    }

    /** Where {@code :} and digits begin that end before {@code end}; {@code end} if none do. */
    private static int number(String frame, int begin, int end) {
        int at = end - 1;
        while (at > begin && frame.charAt(at) >= '0' && frame.charAt(at) <= '9') {
            at--;
        }
        return at >= begin && at < end - 1 && frame.charAt(at) == ':' ? at : end;
    }

    /** A frame with a line loses its last parenthesis, too: the text is only compared. */
    String text() {
        return text;
    }

    /** 0 unknown. */
    int line() {
        return line;
    }
}
