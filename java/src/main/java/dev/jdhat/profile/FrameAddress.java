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

    /** How many characters the address and the {@code ": "} behind it take; 0 without one. */
    public static int length(String frame) {
        return frame.startsWith("0x") ? length(frame.toCharArray(), 0, frame.length()) : 0;
    }

    /** The same of a frame that is a part of an array. */
    public static int length(char[] frame, int begin, int end) {
        if (end - begin < 2 || frame[begin] != '0' || frame[begin + 1] != 'x') {
            return 0;
        }
        int at = begin + 2;
        while (at < end && isHex(frame[at])) {
            at++;
        }
        boolean ends = at > begin + 2 && at + 1 < end && frame[at] == ':' && frame[at + 1] == ' ';
        return ends ? at + 2 - begin : 0;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
