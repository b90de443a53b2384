// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.export.DhatException;
import dev.jdhat.profile.Profile;
import dev.jdhat.recording.RecordingException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the profiles of many files, a few at once where there is room for them, and hands them over
 * in the order of the files, so that what is made of them does not depend on which came first.
 */
final class ReadAhead {
    private static final int MOST_READERS = 4;

    /** What a file takes in memory while it is read, in units of its size. */
    private static final int TIMES_IN_MEMORY = 8;

    private static final int PACKED = 10;

    /** Besides those that are being read: one that waits, and one that is handed over. */
    private static final int OTHERS = 2;

    private final Reader reader;
    private final int readers;

    /** Reads one file; called by several threads at once. */
    interface Reader {
        Profile read(Path file) throws IOException;
    }

    /** Gets each profile; called by one thread. */
    interface Taker {
        void take(Profile profile, Path file) throws IOException;
    }

    private ReadAhead(Reader reader, int readers) {
        this.reader = reader;
        this.readers = readers;
    }

    /** Reads all files; fails as the reader does, for the first file with which it fails. */
    static void each(List<Path> files, Reader reader, Taker taker) throws IOException {
        long largest = 1;
        for (Path file : files) {
            largest = Math.max(largest, size(file) * (ProfileFile.isPacked(file) ? PACKED : 1));
        }
        long memory = Runtime.getRuntime().maxMemory();
        int cores = Runtime.getRuntime().availableProcessors();
        new ReadAhead(reader, readers(files.size(), largest, memory, cores)).each(files, taker);
    }

    /** How many files are read at once: as many as there is room for, and at least one. */
    static int readers(int files, long largest, long memory, int cores) {
        long room = memory / TIMES_IN_MEMORY / largest;
        long readers = files <= room ? files : room - OTHERS;
        return (int) Math.max(1, Math.min(readers, Math.min(cores, MOST_READERS)));
    }

    /** The size of a file; fails where there is none. */
    static long size(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new CommandFailed(file + " does not exist");
        }
        return Files.size(file);
    }

    private void each(List<Path> files, Taker taker) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(readers);
        try {
            Deque<Future<Profile>> ahead = new ArrayDeque<>();
            int next = 0;
            for (Path file : files) {
                while (next < files.size() && ahead.size() <= readers) {
                    Path later = files.get(next++);
                    ahead.add(pool.submit(() -> reader.read(later)));
                }
                taker.take(result(ahead.remove(), file), file);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Profile result(Future<Profile> read, Path file) throws IOException {
        try {
            return read.get();
        } catch (InterruptedException e) {
            throw new CommandFailed("it was interrupted at " + file);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof DhatException || cause instanceof RecordingException) {
                throw (IOException) cause;
            }
            if (cause instanceof IOException) {
                throw new CommandFailed(
                        "cannot read " + file + ": " + ReportFile.reason((IOException) cause));
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw (RuntimeException) cause;
        }
    }
}
