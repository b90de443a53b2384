// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command itself; what it says of programs is in the tests with real JVMs. */
class LeaksTest {
    private static final String GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize().toString();

    @TempDir Path folder;

    private TestShell leaks(int code, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "leaks";
        System.arraycopy(words, 0, all, 1, words.length);
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(all), shell.err());
        return shell;
    }

    @Test
    void fewCollectionsDecideNothing() {
        String out = leaks(0, GOLDEN, "--top=1", "--depth=1", "--fail-on-growing").out();
        assertTrue(out.startsWith("Command:    "), out);
        assertTrue(out.contains("\nEvidence:   "), out);
        assertTrue(out.contains(" sites 0 growing, "), out);
        assertTrue(out.contains("\n  1. not enough collections yet  "), out);
        assertTrue(out.contains(" to judge it by, and 8 are needed\n"), out);
        assertTrue(out.contains(" more\n"), out);
        assertEquals(-1, out.indexOf("\n  2. "), out);
        assertTrue(
                out.substring(out.indexOf("Evidence:")).lines().allMatch(l -> l.length() <= 80),
                out);
    }

    @Test
    void json() throws IOException {
        String out = leaks(0, GOLDEN, "--json", "--top=2", "--filter=class:Basket").out();
        JsonNode json = new ObjectMapper().readTree(out);
        assertEquals(1, json.get("jdhatLeaksVersion").asInt());
        assertEquals(1, json.get("sites").size());
        assertEquals(0, json.get("leftOut").asInt());
        JsonNode site = json.get("sites").get(0);
        assertEquals("not-enough", site.get("verdict").asText());
        assertEquals("demo.Shop$Basket", site.get("class").asText());
        assertEquals(json.get("collections").get("times").size(), site.get("low").size());
        assertTrue(json.get("tested").asInt() > 1, out);
        assertEquals(1, json.get("counts").get("not-enough").asInt());
    }

    @Test
    void aProfileHasNoCourseOfTime() throws IOException {
        Files.writeString(folder.resolve("dhat-heap.json"), "{\"dhatFileVersion\":2}");
        assertEquals(
                "jdhat leaks: "
                        + folder.resolve("dhat-heap.json")
                        + " is a profile: it does not tell what was live when; name the recording"
                        + " (*.jdhat) that it was made of"
                        + System.lineSeparator(),
                leaks(3, "dhat-heap.json").err());
    }

    @Test
    void wrongUsage() {
        assertTrue(
                leaks(2, GOLDEN, "--settle")
                        .err()
                        .startsWith(
                                "jdhat leaks: Option '--settle' needs a JVM that runs, and "
                                        + GOLDEN
                                        + " is a file\n"));
        assertTrue(
                leaks(2, GOLDEN, "--filter=new")
                        .err()
                        .startsWith(
                                "jdhat leaks: Invalid value for option '--filter': 'new' speaks of"
                                        + " two profiles; jdhat diff compares them\n"));
        assertTrue(
                leaks(2, GOLDEN, "--top=-1")
                        .err()
                        .startsWith(
                                "jdhat leaks: Invalid value for option '--top': '-1' is not a"
                                        + " number as 0 or 10\n"));
    }
}
