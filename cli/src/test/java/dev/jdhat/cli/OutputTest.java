// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

class OutputTest {
    private static final String GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize().toString();

    @TempDir Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The exit code of a command whose output has room for so many bytes. */
    private int run(int room, String reason, String... command) {
        OutputStream out =
                new OutputStream() {
                    private int written;

                    @Override
                    public void write(int b) throws IOException {
                        if (written++ == room) {
                            throw new IOException(reason);
                        }
                    }
                };
        return Main.run(
                new Shell(
                        new Output(out, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of(),
                        folder,
                        false),
                command);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheDiskHasNoRoomForIsNoSuccess() {
        for (String command : new String[] {"show", "check --max-end-bytes=1GB", "report -o -"}) {
            err.reset();
            String[] words = command.replaceFirst("(?= |$)", " " + GOLDEN).split(" ");
            assertEquals(3, run(10, "No space left on device", words), said());
            assertEquals(
                    "jdhat: cannot write to stdout: No space left on device",
                    said().lines().reduce((first, last) -> last).orElse(""));
        }
    }

    @Test
    void anAnswerStays() {
        assertEquals(1, run(0, "File too large", "check", GOLDEN, "--max-end-bytes=0"));
        assertEquals(
                "jdhat: cannot write to stdout: File too large" + System.lineSeparator(), said());
    }

    /** As in {@code jdhat show FILE | head -1}. */
    @Test
    void aReaderMayHaveEnough() {
        assertEquals(0, run(100, "Broken pipe", "show", GOLDEN));
        assertEquals(0, run(0, "The pipe is being closed", "--help"));
        assertEquals("", said());
    }

    @Test
    void roomForAll() {
        assertEquals(0, run(1 << 20, "No space left on device", "show", GOLDEN));
        assertEquals("", said());
    }
}
