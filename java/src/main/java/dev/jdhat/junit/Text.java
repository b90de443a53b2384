// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.InWords;

/** Numbers and frames as the messages have them. */
final class Text {
    private Text() {
    }

    /** {@code 1 byte}, {@code 1,256 bytes}. */
    static String bytes(long value) {
        return InWords.counted(value, "byte");
    }

    /** {@code 1 block}, {@code 6 blocks}. */
    static String blocks(long value) {
        return InWords.counted(value, "block");
    }

    /** {@code 1,256 bytes in 6 blocks}. */
    static String figure(long bytes, long blocks) {
        return bytes(bytes) + " in " + blocks(blocks);
    }

    /** {@code +256 bytes}, {@code −16 bytes}. */
    static String change(long value, String unit) {
        return (value < 0 ? "-" : "+") + InWords.counted(Math.abs(value), unit);
    }

    /** A profile's frame in the form that IDEs make a link of: {@code a.B.c(B.java:42)}. */
    static String link(String frame) {
        return frame.replace(" (native)", " (Native Method)").replace(" (", "(");
    }

    /** A profile's frame without file and line. */
    static String method(String frame) {
        int end = frame.indexOf(" (");
        return end < 0 ? frame : frame.substring(0, end);
    }
}
