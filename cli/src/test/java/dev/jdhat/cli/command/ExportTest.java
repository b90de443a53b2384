// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.cli.Main;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.TestShell;

import io.opentelemetry.proto.profiles.v1development.ProfilesData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

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
    void eachTextToStdoutAndToAFile() throws IOException {
        for (String format : new String[] {"collapsed", "speedscope", "csv", "firefox"}) {
            String out = export(0, "--format=" + format).out();
            assertTrue(out.contains("demo.Shop.order"), out);
            assertEquals("", export(0, "--format=" + format, "-o", "out").out());
            assertEquals(out, Files.readString(folder.resolve("out")));
        }
    }

    @Test
    void eachBinaryFormatToAFile() throws IOException {
        assertArrayEquals(new byte[] {0x1f, (byte) 0x8b}, start("pprof", 2));
        assertArrayEquals(new byte[] {'F', 'L', 'R', 0}, start("jfr", 4));
        assertTrue(
                ProfilesData.parseFrom(start("otlp", Integer.MAX_VALUE))
                                .getResourceProfiles(0)
                                .getScopeProfiles(0)
                                .getProfilesCount()
                        >= 2);
    }

    private byte[] start(String format, int length) throws IOException {
        assertEquals("", export(0, "--format=" + format, "-o", "out").out());
        byte[] file = Files.readAllBytes(folder.resolve("out"));
        return Arrays.copyOf(file, Math.min(length, file.length));
    }

    @Test
    void aTerminalGetsNoBinaryFile() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell terminal =
                new Shell(new PrintStream(out), new PrintStream(err), Map.of(), folder, true);
        assertEquals(3, Main.run(terminal, "export", GOLDEN, "--format=jfr"));
        assertEquals(
                "jdhat export: jfr is no text for a terminal; name a file with -o"
                        + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
        assertEquals(0, out.size());
        assertEquals(0, Main.run(terminal, "export", GOLDEN, "--format=csv"));
    }

    @Test
    void theFigureThatIsChosenMustBeKnown() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"dhatFileVersion\":2,\"mode\":\"heap\",\"verb\":\"Allocated\",\"bklt\":false,"
                        + "\"bkacc\":false,\"tu\":\"s\",\"Mtu\":\"s\",\"cmd\":\"a\",\"pid\":1,\"te\":1,"
                        + "\"pps\":[{\"tb\":8,\"tbk\":1,\"fs\":[1]}],\"ftbl\":[\"[root]\",\"f\"]}");
        for (String format : new String[] {"collapsed", "pprof"}) {
            TestShell shell = new TestShell(folder);
            assertEquals(3, shell.run("export", "a.json", "--format=" + format, "--by=end"));
            assertEquals(
                    "jdhat export: a.json does not have what was there at t-end; use --by=total"
                            + System.lineSeparator(),
                    shell.err());
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
    void onStdout() throws IOException {
        String text = export(0, "--format=csv").out();
        assertEquals(text, export(0, "--format=csv", "-o", "-").out());
        assertTrue(Files.notExists(folder.resolve("-")));
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
        assertTrue(
                export(2, "--format=xml")
                        .err()
                        .startsWith(
                                "jdhat export: Invalid value for option '--format': 'xml' is none of"
                                        + " collapsed, speedscope, csv, pprof, firefox, otlp, jfr"));
        assertEquals(
                "jdhat export: cannot write "
                        + folder.resolve("no/out")
                        + ": there is no such folder"
                        + System.lineSeparator(),
                export(3, "--format=csv", "-o", "no/out").err());
    }
}
