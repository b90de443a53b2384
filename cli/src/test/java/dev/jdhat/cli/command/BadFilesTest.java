// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.TestShell;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Every command that reads profiles, with files that no tool should choke on. */
class BadFilesTest {
    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("show", "FILE"),
                    List.of("show", "FILE", "--tree", "--depth=1000000"),
                    List.of("show", "FILE", "--by=package", "--json"),
                    List.of("diff", "FILE", "FILE"),
                    List.of("check", "FILE", "--max-end-bytes=100GB"),
                    List.of("export", "FILE", "--format=collapsed", "-o", "out"),
                    List.of("export", "FILE", "--format=speedscope", "-o", "out"),
                    List.of("export", "FILE", "--format=csv", "-o", "out"));

    @TempDir Path folder;

    private TestShell run(List<String> command, String file, int code) {
        TestShell shell = new TestShell(folder);
        String[] words =
                command.stream()
                        .map(word -> word.equals("FILE") ? file : word)
                        .toArray(String[]::new);
        assertEquals(code, shell.run(words), () -> command + ": " + shell.err());
        return shell;
    }

    private void write(String name, List<ProgramPoint> points) throws IOException {
        ProfileInfo info =
                ProfileInfo.builder().command("demo.Deep").timeAtPeak(1).timeAtEnd(2).build();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            DhatWriter.write(Profile.builder(info).points(points).build(), out);
        }
    }

    private static ProgramPoint point(int depth) {
        List<String> frames =
                new ArrayList<>(Collections.nCopies(depth, "demo.Deep.down (D.java:3)"));
        frames.add(0, "demo.Deep.make" + depth + " (D.java:2)");
        frames.add(0, "demo.Node (class)");
        Figure figure = Figure.of(3_200, 100);
        return ProgramPoint.builder()
                .frames(frames)
                .allocatedClass("demo.Node")
                .total(figure)
                .max(figure)
                .atPeak(figure)
                .atEnd(figure)
                .build();
    }

    @Test
    void stacksOfTenThousandFrames() throws IOException {
        write("deep.json", List.of(point(10_000)));
        for (List<String> command : COMMANDS) {
            assertEquals("", run(command, "deep.json", 0).err(), command.toString());
        }
    }

    /** In the tree that begins at the root each would be a fork of the one before. */
    @Test
    void recursionThatAllocatesAtEachLevel() throws IOException {
        write("fork.json", IntStream.range(1, 90).mapToObj(i -> point(100 * i)).toList());
        for (List<String> command : COMMANDS) {
            assertEquals("", run(command, "fork.json", 0).err(), command.toString());
        }
    }

    @Test
    void whatIsNoProfileIsOneLine() throws IOException {
        Files.writeString(folder.resolve("text.json"), "Hello");
        Files.writeString(folder.resolve("cut.json"), "{\"dhatFileVersion\":2,\"pps\":[{");
        Files.writeString(folder.resolve("other.json"), "{\"traceEvents\":[]}");
        Files.write(folder.resolve("nothing.json"), new byte[0]);
        Files.write(folder.resolve("zeros.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        byte[] latin = "{\"cmd\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.json"), latin);
        for (String file :
                List.of(
                        "text.json",
                        "cut.json",
                        "other.json",
                        "nothing.json",
                        "zeros.json.gz",
                        "latin.json",
                        "missing.json",
                        ".")) {
            for (List<String> command : COMMANDS) {
                String said = run(command, file, 3).err();
                assertTrue(said.matches("jdhat " + command.get(0) + ": [^\n]+\n"), said);
                assertFalse(said.contains("Exception"), said);
            }
        }
    }
}
