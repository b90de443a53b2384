// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameAddressTest {
    /** As a text, and as the middle of an array. */
    private static int length(String frame) {
        int length = FrameAddress.length(frame);
        char[] around = ("a: " + frame + ": a").toCharArray();
        assertEquals(length, FrameAddress.length(around, 3, 3 + frame.length()));
        return length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x4848899: malloc", "0x0: malloc", "0xaF09: malloc"})
    void anAddressEndsBeforeTheName(String frame) {
        assertEquals("malloc", frame.substring(length(frame)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0x", "0x: f", "0x12", "0x12:", "0x12:f", "0x12 f", "0xg: f",
        "0X12: f", "x0x12: f", "a.B.c (B.java:12)"})
    void whatIsNoneIsPartOfTheFrame(String frame) {
        assertEquals(0, length(frame));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x12: "})
    void aFrameMayBeNothingElse(String frame) {
        assertEquals(frame.length(), length(frame));
    }
}
