// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** No command writes over what it reads. */
class InputAndOutputTest {
    private static final Path GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize();

    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.copy(GOLDEN, folder.resolve("a.jdhat"));
        Files.copy(GOLDEN, folder.resolve("b.jdhat"));
    }

    private String refused(String... command) throws IOException {
        TestShell shell = new TestShell(folder);
        assertEquals(2, shell.run(command), shell.err());
        for (String file : new String[] {"a.jdhat", "b.jdhat"}) {
            assertArrayEquals(
                    Files.readAllBytes(GOLDEN), Files.readAllBytes(folder.resolve(file)));
        }
        return shell.err();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report b.jdhat -o b.jdhat",
                "html b.jdhat -o b.jdhat",
                "export b.jdhat --format=csv -o b.jdhat",
                "diff a.jdhat b.jdhat --html=b.jdhat",
                "check a.jdhat --baseline=b.jdhat --max-end-growth=9x --junit-xml=b.jdhat"
            })
    void theSameName(String command) throws IOException {
        assertEquals(
                "jdhat "
                        + command.split(" ")[0]
                        + ": "
                        + folder.resolve("b.jdhat")
                        + " is an input and the output; name another output"
                        + System.lineSeparator(),
                refused(command.split(" ")));
    }

    @Test
    void anotherNameOfTheSameFile() throws IOException {
        Files.createLink(folder.resolve("c.jdhat"), folder.resolve("b.jdhat"));
        assertEquals(
                "jdhat report: "
                        + folder.resolve("c.jdhat")
                        + " is an input and the output; name another output"
                        + System.lineSeparator(),
                refused("report", "b.jdhat", "-o", "c.jdhat"));
    }

    /** dhat-heap.json is also what other tools call theirs. */
    @Test
    void theUsualName() throws IOException {
        assertEquals(0, new TestShell(folder).run("report", "a.jdhat"));
        assertEquals(
                "jdhat report: "
                        + folder.resolve("dhat-heap.json")
                        + " is an input and the output; name another output"
                        + System.lineSeparator(),
                refused("report", "dhat-heap.json"));
    }
}
