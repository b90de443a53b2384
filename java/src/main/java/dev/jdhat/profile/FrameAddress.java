// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * The address with which a frame begins in files of native tools, and in all that DHAT's viewer
 * shall show, as in {@code 0x4848899: malloc}. It says nothing about which frame it is.
 */
public final class FrameAddress {
    private FrameAddress() {
    }

    /** Where the frame begins behind its address and {@code ": "}; 0 where there is none. */
    public static int end(CharSequence frame) {
        int length = frame.length();
        if (length < 2 || frame.charAt(0) != '0' || frame.charAt(1) != 'x') {
            return 0;
        }
        int at = 2;
        while (at < length && isHex(frame.charAt(at))) {
            at++;
        }
        boolean ends = at > 2 && at + 1 < length && frame.charAt(at) == ':'
                && frame.charAt(at + 1) == ' ';
        return ends ? at + 2 : 0;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
