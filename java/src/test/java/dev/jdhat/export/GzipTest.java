// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    /** More than may wait for the thread that packs. */
    private static final int MUCH = 5_000_000;

    private boolean closed;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, MUCH})
    void whatIsWrittenInPartsComesOutAgain(int length) throws IOException {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Gzip gzip = new Gzip(out)) {
            int at = 0;
            while (at < length) {
                int part = Math.min(length - at, random.nextInt(200_000));
                gzip.write(bytes, at, part);
                at += part;
                if (at < length) {
                    gzip.write(bytes[at++]);
                }
            }
        }
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertArrayEquals(bytes, in.readAllBytes());
        }
    }

    @Test
    void closesTheStreamBelowOnce() throws IOException {
        Gzip gzip = new Gzip(new Disk(MUCH));
        gzip.close();
        assertTrue(closed);
        closed = false;
        gzip.close();
        assertFalse(closed);
    }

    @Test
    void aFullDiskIsSaidByTheLatestWhenItIsClosed() throws IOException {
        Gzip gzip = new Gzip(new Disk(10));
        gzip.write(new byte[100]);
        assertEquals("no space is left",
                assertThrows(IOException.class, gzip::close).getMessage());
    }

    @Test
    void aFullDiskEndsWriting() throws IOException {
        byte[] bytes = new byte[MUCH];
        new Random(1).nextBytes(bytes);
        Gzip gzip = new Gzip(new Disk(1_000));
        assertEquals("no space is left",
                assertThrows(IOException.class, () -> gzip.write(bytes)).getMessage());
        assertEquals("no space is left",
                assertThrows(IOException.class, gzip::close).getMessage());
    }

    /** Takes some bytes. */
    private final class Disk extends OutputStream {
        private int room;

        Disk(int room) {
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            if (room == 0) {
                throw new IOException("no space is left");
            }
            room--;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
