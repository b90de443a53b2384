// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;

/** Walks over the chunks of a file, from a position up to a limit. */
final class Chunks {
    private static final int WINDOW = RecordingFormat.CHUNK_HEADER_LENGTH
            + RecordingFormat.CHUNK_MAX;

    private final FileChannel channel;
    private final long limit;
    private final ByteBuffer window;
    private final CRC32 crc = new CRC32();
    private long windowStart;
    private long start;
    private long next;
    private int length;
    private boolean damaged;

    Chunks(FileChannel channel, long from, long limit) {
        this.channel = channel;
        this.limit = limit;
        windowStart = from;
        next = from;
        window = ByteBuffer.allocate((int) Math.min(WINDOW, limit - from))
                .order(ByteOrder.LITTLE_ENDIAN).limit(0);
    }

    /** Goes to the next chunk; false when no whole and sound one stands there. */
    boolean next() throws IOException {
        start = next;
        damaged = false;
        if (!fill(RecordingFormat.CHUNK_HEADER_LENGTH)) {
            return false;
        }
        int at = (int) (start - windowStart);
        int n = window.getInt(at);
        if (n < 1 || n > RecordingFormat.CHUNK_MAX
                || !fill(RecordingFormat.CHUNK_HEADER_LENGTH + n)) {
            return false;
        }
        at = (int) (start - windowStart);
        crc.reset();
        crc.update(window.array(), at, 4);
        crc.update(window.array(), at + RecordingFormat.CHUNK_HEADER_LENGTH, n);
        length = n;
        if ((int) crc.getValue() != window.getInt(at + 4)) {
            damaged = true;
            return false;
        }
        next = start + RecordingFormat.CHUNK_HEADER_LENGTH + n;
        return true;
    }

    /** Where the current chunk begins in the file; after a false, where the sound ones end. */
    long start() {
        return start;
    }

    /** After a false: a whole chunk stands there and only its checksum is wrong. */
    boolean damaged() {
        return damaged;
    }

    /** After {@link #damaged}: where that chunk ends. */
    long damagedEnd() {
        return start + RecordingFormat.CHUNK_HEADER_LENGTH + length;
    }

    byte[] bytes() {
        return window.array();
    }

    /** Where the payload begins in {@link #bytes}. */
    int payload() {
        return (int) (start - windowStart) + RecordingFormat.CHUNK_HEADER_LENGTH;
    }

    int length() {
        return length;
    }

    /** Makes n bytes from the current chunk's start on available. */
    private boolean fill(int n) throws IOException {
        if (limit - start < n) {
            return false;
        }
        int at = (int) (start - windowStart);
        if (window.limit() - at >= n) {
            return true;
        }
        window.position(at);
        window.compact();
        windowStart = start;
        window.limit((int) Math.min(window.capacity(), limit - windowStart));
        while (window.hasRemaining()
                && channel.read(window, windowStart + window.position()) > 0) {
            continue;
        }
        window.flip();
        return window.limit() >= n;
    }
}
