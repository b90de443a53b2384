// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now = 7 * SECOND;

    private Progress progress(boolean terminal, long whole) {
        return new Progress(err, terminal, "Reading a.json", whole, () -> now);
    }

    private String drawn() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    @Test
    void shortWorkShowsNothing() {
        try (Progress progress = progress(true, 1_000)) {
            now += 2 * SECOND - 1;
            progress.advance(900);
        }
        assertEquals("", drawn());
    }

    @Test
    void longWorkShowsHowFarItIsAndThenNothing() {
        try (Progress progress = progress(true, 1_000)) {
            progress.advance(400);
            now += 2 * SECOND;
            progress.advance(20);
            assertEquals("\rReading a.json: 42 %", drawn());
            now += SECOND / 5 - 1;
            progress.advance(80);
            assertEquals("", drawn(), "not more often than a person reads");
            now += 1;
            progress.advance(100);
            assertEquals("\rReading a.json: 60 %", drawn());
        }
        assertEquals("\r" + " ".repeat(20) + "\r", drawn());
    }

    @Test
    void whatIsNotATerminalGetsNothing() {
        try (Progress progress = progress(false, 1_000)) {
            now += 60 * SECOND;
            progress.advance(500);
        }
        assertEquals("", drawn());
    }

    @Test
    void megabytesWhereTheWholeIsNotKnown() {
        try (Progress progress = progress(true, 0)) {
            now += 3 * SECOND;
            progress.advance(1_234_567_890);
            assertEquals("\rReading a.json: 1,234 MB", drawn());
        }
    }

    @Test
    void aFileThatGrewIsNotMoreThanWhole() {
        try (Progress progress = progress(true, 100)) {
            now += 3 * SECOND;
            progress.advance(150);
            assertEquals("\rReading a.json: 100 %", drawn());
        }
    }

    @Test
    void shorterTextLeavesNothingBehind() {
        try (Progress progress = progress(true, 200)) {
            now += 3 * SECOND;
            progress.advance(20);
            drawn();
            now += SECOND;
            progress.advance(-10);
            assertEquals("\rReading a.json: 5 % ", drawn());
        }
    }

    @Test
    void bytesCountAsTheyAreRead() throws IOException {
        try (Progress progress = progress(true, 10);
                InputStream in = progress.counting(new ByteArrayInputStream(new byte[10]))) {
            now += 3 * SECOND;
            in.read();
            assertEquals("\rReading a.json: 10 %", drawn());
            now += SECOND;
            in.read(new byte[4], 0, 4);
            assertEquals("\rReading a.json: 50 %", drawn());
            now += SECOND;
            in.readAllBytes();
            assertEquals("\rReading a.json: 100 %", drawn());
            assertEquals(-1, in.read());
        }
    }
}
