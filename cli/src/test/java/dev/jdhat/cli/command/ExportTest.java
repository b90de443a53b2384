// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ExportTest {
    private static final String GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize().toString();

    @TempDir Path folder;

    private TestShell export(int code, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "export";
        words[1] = GOLDEN;
        System.arraycopy(options, 0, words, 2, options.length);
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(words), shell.err());
        return shell;
    }

    @Test
    void eachFormatToStdoutAndToAFile() throws IOException {
        for (String format : new String[] {"collapsed", "speedscope", "csv"}) {
            String out = export(0, "--format=" + format).out();
            assertTrue(out.contains("demo.Shop.order"), out);
            assertEquals("", export(0, "--format=" + format, "-o", "out").out());
            assertEquals(out, Files.readString(folder.resolve("out")));
        }
    }

    @Test
    void theFilesAreWhatTheyAreCalled() throws IOException {
        assertTrue(
                export(0, "--format=collapsed", "--by=peak")
                        .out()
                        .lines()
                        .allMatch(line -> line.matches(".+ \\d+")));
        assertTrue(
                new ObjectMapper()
                        .readTree(export(0, "--format=speedscope").out())
                        .has("profiles"));
        assertTrue(export(0, "--format=csv").out().startsWith("class,leaf,total_bytes,"));
    }

    @Test
    void onlyWhatAnExpressionAccepts() {
        assertEquals("", export(0, "--format=collapsed", "--filter=total>1TB").out());
        assertTrue(
                export(2, "--format=csv", "--filter=new")
                        .err()
                        .startsWith("jdhat export: Invalid value for option '--filter': 'new'"));
    }

    @Test
    void misuse() {
        assertTrue(
                export(2).err().startsWith("jdhat export: Missing required option: '--format="));
        assertTrue(export(2, "--format=xml").err().contains("'xml'"));
        assertEquals(
                "jdhat export: cannot write "
                        + folder.resolve("no/out")
                        + ": there is no such folder"
                        + System.lineSeparator(),
                export(3, "--format=csv", "-o", "no/out").err());
    }
}
