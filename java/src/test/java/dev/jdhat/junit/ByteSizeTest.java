// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ByteSizeTest {
    @Test
    void unitsArePowersOf1024() {
        assertEquals(512, ByteSize.parse("512", "it"));
        assertEquals(512, ByteSize.parse("512 B", "it"));
        assertEquals(65_536, ByteSize.parse("64k", "it"));
        assertEquals(65_536, ByteSize.parse("64 kB", "it"));
        assertEquals(1 << 20, ByteSize.parse("1 MiB", "it"));
        assertEquals(3L << 30, ByteSize.parse(" 3GB ", "it"));
    }

    @Test
    void anythingElseIsRefused() {
        assertEquals("The limit of @MaxPeak is \"much\", which is no size; write a number and a"
                + " unit, as in \"64 kB\".", assertThrows(IllegalArgumentException.class,
                        () -> ByteSize.parse("much", "The limit of @MaxPeak")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> ByteSize.parse("-1", "it"));
    }
}
