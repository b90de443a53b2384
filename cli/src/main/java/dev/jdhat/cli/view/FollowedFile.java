// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.view;

import dev.jdhat.cli.CommandFailed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a page shows of a file, read again when the file has changed; any thread may ask. */
public final class FollowedFile {
    /** Reading takes at most a share of one over this of the time while somebody looks. */
    private static final long PATIENCE = 4;

    private final Path file;
    private final Reader reader;
    private Document current;
    private String stamp;
    private long readAt;
    private long took;

    /** Makes a page document, packed. */
    public interface Reader {
        byte[] read() throws IOException;
    }

    /**
     * A page document.
     *
     * @param tag equal for equal documents, and different for others
     */
    record Document(byte[] packed, String tag) {}

    /** Reads the file for the first time. */
    public FollowedFile(Path file, Reader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        read(stamp());
    }

    /** What is in the file now; what was in it last where it cannot be read any more. */
    synchronized Document document() {
        try {
            String now = stamp();
            if (!now.equals(stamp) && System.nanoTime() - readAt >= PATIENCE * took) {
                read(now);
            }
        } catch (IOException | CommandFailed e) {
            // It was moved or removed, or is being replaced: a page that is open stays as it is.
            return current;
        }
        return current;
    }

    private void read(String now) throws IOException {
        long start = System.nanoTime();
        byte[] packed = reader.read();
        current = new Document(packed, tag(packed));
        stamp = now;
        readAt = System.nanoTime();
        took = readAt - start;
    }

    private String stamp() throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        return is.fileKey() + " " + is.size() + " " + is.lastModifiedTime();
    }

    private static String tag(byte[] packed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(packed);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
