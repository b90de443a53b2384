// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JavaToolOptionsTest {
    @Test
    void standsAloneWhereNothingWas() {
        assertEquals(
                "-agentpath:/a/b.so=gc=on",
                JavaToolOptions.append(null, "-agentpath:/a/b.so=gc=on"));
        assertEquals(
                "-agentpath:/a/b.so=gc=on",
                JavaToolOptions.append("  ", "-agentpath:/a/b.so=gc=on"));
    }

    @Test
    void keepsWhatWasThere() {
        assertEquals(
                "-Xmx1g '-Dx=a b' -agentpath:/a",
                JavaToolOptions.append("-Xmx1g '-Dx=a b' ", "-agentpath:/a"));
    }

    @Test
    void quotesBlanks() {
        assertEquals(
                "'-agentpath:/my tools/a'", JavaToolOptions.append(null, "-agentpath:/my tools/a"));
    }

    @Test
    void quotesQuotesWithTheOtherKind() {
        assertEquals("\"-agentpath:/it's/a\"", JavaToolOptions.append(null, "-agentpath:/it's/a"));
        assertEquals(
                "'-agentpath:/5\" disk/a'", JavaToolOptions.append(null, "-agentpath:/5\" disk/a"));
    }

    @Test
    void refusesBothKinds() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> JavaToolOptions.append(null, "-agentpath:/it's 5\"/a"));
        assertEquals(
                "a path holds both kinds of quotes, which JAVA_TOOL_OPTIONS cannot carry:"
                        + " -agentpath:/it's 5\"/a",
                e.getMessage());
    }
}
