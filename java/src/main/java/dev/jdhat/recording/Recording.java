// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

/**
 * A recording as it stands when it is opened. What the target appends later, and a compacted copy
 * that replaces the file, are seen by opening the path again: {@link Header#generation()} tells a
 * compacted one. Each pass reads the same bytes, so figures of two passes belong together.
 */
public final class Recording implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final Header header;
    private final long firstChunk;
    private final long length;
    private final long tornBytes;
    private final boolean damaged;
    private final Session session;
    private final Ending ending;
    private LongConsumer onRead = bytes -> { };

    private Recording(Path file, FileChannel channel, boolean beforeDamage) throws IOException {
        this.file = file;
        this.channel = channel;
        long size = channel.size();
        ByteBuffer bytes = readHeader(size);
        header = header(bytes);
        firstChunk = bytes.getInt(RecordingFormat.AT_HEADER_LENGTH);
        if (firstChunk < RecordingFormat.HEADER_LENGTH) {
            throw Messages.damagedHeader(file);
        }
        Chunks chunks = new Chunks(channel, firstChunk, size);
        long lastChunk = -1;
        while (chunks.next()) {
            lastChunk = chunks.start();
        }
        length = Math.min(chunks.start(), size);
        tornBytes = size - length;
        damaged = isDamageInside(chunks, size);
        if (damaged && !beforeDamage) {
            throw Messages.damaged(file, length, size);
        }
        if (lastChunk < 0) {
            throw Messages.noSession(file);
        }
        session = readSession();
        ending = readEnding(lastChunk);
    }

    /** Opens a recording; refuses one that is damaged inside. */
    public static Recording open(Path file) throws IOException {
        return open(file, false);
    }

    /** Opens a recording and, where it is damaged inside, uses what stands before the damage. */
    public static Recording openBeforeDamage(Path file) throws IOException {
        return open(file, true);
    }

    private static Recording open(Path file, boolean beforeDamage) throws IOException {
        Objects.requireNonNull(file);
        if (Files.isDirectory(file)) {
            throw Messages.folder(file);
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw Messages.missing(file);
        } catch (IOException e) {
            throw Messages.unreadable(file, reason(e));
        }
        try {
            return new Recording(file, channel, beforeDamage);
        } catch (RecordingException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
            throw Messages.unreadable(file, reason(e));
        }
    }

    public Path file() {
        return file;
    }

    public Header header() {
        return header;
    }

    public Session session() {
        return session;
    }

    /** How the recording ends; OPEN when the target runs on or was killed. */
    public Ending ending() {
        return ending;
    }

    /** Bytes of the header and all sound chunks. */
    public long length() {
        return length;
    }

    /** Bytes after the last sound chunk, which are ignored. */
    public long tornBytes() {
        return tornBytes;
    }

    /** Whether sound chunks may follow what is ignored. */
    public boolean damaged() {
        return damaged;
    }

    /** From now on each pass tells {@code listener}, on its thread, how many bytes it has read. */
    public void onRead(LongConsumer listener) {
        onRead = Objects.requireNonNull(listener);
    }

    /** Reads all records from the first on; may be called any number of times. */
    public void scan(RecordingVisitor visitor) throws IOException {
        scan(new Records(visitor), firstChunk, false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String reason(IOException e) {
        String simple = e.getClass().getSimpleName().replace("Exception", "");
        String reason = e.getMessage();
        return simple.equals("AccessDenied") ? "permission denied"
                : reason == null ? simple : reason;
    }

    private ByteBuffer readHeader(long size) throws IOException {
        int n = (int) Math.min(size, RecordingFormat.HEADER_LENGTH);
        ByteBuffer bytes = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        int magic = Math.min(n, RecordingFormat.MAGIC.length);
        if (!Arrays.equals(bytes.array(), 0, magic, RecordingFormat.MAGIC, 0, magic)) {
            throw Messages.foreign(file);
        }
        if (n < RecordingFormat.HEADER_LENGTH) {
            throw Messages.cutHeader(file, n);
        }
        return bytes;
    }

    private Header header(ByteBuffer bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 0, RecordingFormat.AT_CRC);
        if ((int) crc.getValue() != bytes.getInt(RecordingFormat.AT_CRC)) {
            throw Messages.damagedHeader(file);
        }
        int major = Short.toUnsignedInt(bytes.getShort(RecordingFormat.AT_MAJOR));
        int minor = Short.toUnsignedInt(bytes.getShort(RecordingFormat.AT_MINOR));
        if (major > RecordingFormat.MAJOR) {
            throw Messages.newer(file, major, minor);
        }
        return new Header(major, minor, bytes.getLong(RecordingFormat.AT_START),
                bytes.getLong(RecordingFormat.AT_PID), bytes.getLong(RecordingFormat.AT_SESSION_ID),
                bytes.getInt(RecordingFormat.AT_GENERATION));
    }

    /**
     * A torn tail is one chunk at most, or zeros that a file system left after a crash. Anything
     * else that is not sound has something after it.
     */
    private boolean isDamageInside(Chunks chunks, long size) throws IOException {
        if (tornBytes == 0) {
            return false;
        }
        if (chunks.damaged()) {
            return !isZero(chunks.damagedEnd(), size);
        }
        return tornBytes > RecordingFormat.CHUNK_HEADER_LENGTH + RecordingFormat.CHUNK_MAX
                && !isZero(length, size);
    }

    private boolean isZero(long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        for (long at = from; at < to; at += bytes.limit()) {
            bytes.clear().limit((int) Math.min(bytes.capacity(), to - at));
            int n = channel.read(bytes, at);
            if (n <= 0) {
                return true;
            }
            bytes.flip();
            while (bytes.hasRemaining()) {
                if (bytes.get() != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private Session readSession() throws IOException {
        Records records = new Records(new RecordingVisitor() { });
        scan(records, firstChunk, true);
        return records.session();
    }

    private Ending readEnding(long lastChunk) throws IOException {
        Chunks chunks = new Chunks(channel, lastChunk, length);
        if (!chunks.next()) {
            throw Messages.shrunk(file);
        }
        try {
            return Records.ending(chunks.bytes(), chunks.payload(), chunks.length());
        } catch (Malformed e) {
            throw Messages.malformed(file, lastChunk, e.getMessage());
        }
    }

    private void scan(Records records, long from, boolean firstOnly) throws IOException {
        Chunks chunks = new Chunks(channel, from, length);
        long end = from;
        while (chunks.next()) {
            int payload = chunks.payload();
            try {
                records.read(chunks.bytes(), payload, chunks.length());
            } catch (Malformed e) {
                long at = chunks.start() + RecordingFormat.CHUNK_HEADER_LENGTH
                        + records.position() - payload;
                throw Messages.malformed(file, at, e.getMessage());
            }
            end = chunks.start() + RecordingFormat.CHUNK_HEADER_LENGTH + chunks.length();
            onRead.accept(RecordingFormat.CHUNK_HEADER_LENGTH + chunks.length());
            if (firstOnly || records.ended()) {
                return;
            }
        }
        if (end != length) {
            throw Messages.shrunk(file);
        }
    }
}
