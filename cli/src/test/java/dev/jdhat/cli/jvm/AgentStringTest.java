// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class AgentStringTest {
    @TempDir Path folder;

    @Test
    void commasAreEscaped() {
        assertEquals(
                "start,file=/a\\,b/c,gc=on",
                AgentString.command("start").with("file", "/a,b/c").with("gc", "on").toString());
    }

    @Test
    void thoseOfACommandsArgumentToo() {
        assertEquals(
                "mark=a\\,b,reply=r",
                AgentString.command("mark", "a,b").with("reply", "r").toString());
    }

    @Test
    void aDefaultGivesWay() {
        assertEquals(
                "gc=off,quiet=on",
                AgentString.atLoad()
                        .with("gc", "off")
                        .byDefault("gc", "on")
                        .byDefault("quiet", "on")
                        .toString());
    }

    @Test
    void aCommandAndTheOptionOfThatNameLiveTogether() {
        assertEquals(
                "start,start=10s", AgentString.command("start").with("start", "10s").toString());
    }

    @Test
    void anythingUpTo1024BytesIsHandedOverAsItIs() throws Exception {
        AgentString text = AgentString.atLoad().with("file", "x".repeat(1024 - "file=".length()));
        assertEquals(text.toString(), text.text(folder));
    }

    @Test
    void longerOptionsTravelInAFile() throws Exception {
        AgentString text = AgentString.atLoad().with("file", "x".repeat(1025 - "file=".length()));
        String handed = text.text(folder);
        assertTrue(handed.startsWith("@" + folder), handed);
        assertEquals(text.toString(), Files.readString(Path.of(handed.substring(1))));
    }

    @Test
    void theLengthIsThatOfUtf8() throws Exception {
        AgentString text = AgentString.atLoad().with("file", "é".repeat(600));
        assertTrue(text.text(folder).startsWith("@"));
    }
}
