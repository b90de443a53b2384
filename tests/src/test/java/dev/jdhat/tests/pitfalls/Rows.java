// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The rows of a recording, added up; fails where they break the format's invariants. */
final class Rows implements RecordingVisitor {
    private final Map<String, long[]> tracked = new HashMap<>();
    private long blocks;
    private long died;

    private Rows() {}

    static Rows of(Path file) {
        Rows rows = new Rows();
        try (Recording recording = Recording.open(file)) {
            recording.scan(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Blocks counted. */
    long blocks() {
        return blocks;
    }

    /** Blocks found dead. */
    long died() {
        return died;
    }

    @Override
    public void tracked(int site, long birth, long blocks, long bytes) {
        check(site, birth, blocks, bytes);
        long[] sum = tracked.computeIfAbsent(site + "/" + birth, key -> new long[2]);
        sum[0] += blocks;
        sum[1] += bytes;
        this.blocks += blocks;
    }

    @Override
    public void untracked(int site, long birth, long blocks, long bytes) {
        check(site, birth, blocks, bytes);
        this.blocks += blocks;
    }

    @Override
    public void died(int site, long birth, long blocks, long bytes) {
        check(site, birth, blocks, bytes);
        long[] left = tracked.getOrDefault(site + "/" + birth, new long[2]);
        left[0] -= blocks;
        left[1] -= bytes;
        died += blocks;
        if (left[0] < 0 || left[1] < 0) {
            throw new AssertionError("More died than were born: site " + site + ", epoch " + birth);
        }
    }

    private static void check(int site, long birth, long blocks, long bytes) {
        if ((blocks == 0) != (bytes == 0)) {
            throw new AssertionError("Blocks without bytes: site " + site + ", epoch " + birth);
        }
    }
}
