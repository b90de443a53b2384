// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.text.Progress;
import dev.jdhat.cli.text.Units;
import dev.jdhat.export.DhatException;
import dev.jdhat.merge.ProfileMerge;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingException;
import dev.jdhat.report.ReportPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds up the profiles of many files. A few are read at once, and added in their order, so that the
 * same files give the same sum to the last digit.
 */
public final class MergedFiles {
    private static final int MOST_READERS = 4;
    /** A file in memory takes some times its size; so many of them have room. */
    private static final int SHARE_OF_MEMORY = 32;
    private static final int PACKED = 10;

    private final Shell shell;
    private final ProfileOptions options;
    private final ProfileMerge merge = new ProfileMerge();
    private final AtomicInteger countBoth = new AtomicInteger();

    public MergedFiles(Shell shell, ProfileOptions options) {
        this.shell = shell;
        this.options = options;
    }

    /** The sum; fails with the name of the file that cannot be read or does not fit. */
    public Profile of(List<Path> files) throws IOException {
        long bytes = 0;
        long largest = 1;
        for (Path file : files) {
            long size = size(file);
            bytes += size;
            largest = Math.max(largest, ProfileFile.isPacked(file) ? PACKED * size : size);
        }
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / largest;
        int cores = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
        int readers = (int) Math.max(1, Math.min(cores, room));
        String what = "Reading " + Units.count(files.size()) + " files";
        try (Progress progress = new Progress(shell.err(), shell.terminal(), what, bytes)) {
            add(files, readers, progress);
            return merge.merged();
        } catch (IllegalArgumentException e) {
            throw CommandFailed.because(e);
        } catch (OutOfMemoryError e) {
            throw new CommandFailed("there is too little memory for "
                    + Units.count(merge.sites())
                    + " sites of "
                    + Units.count(merge.added())
                    + " files; give more, as with JDK_JAVA_OPTIONS=-Xmx4g, or merge fewer files");
        }
    }

    /** How many of the files are recordings of ad hoc events too, which are not in the sum. */
    public int countBoth() {
        return countBoth.get();
    }

    private static long size(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new CommandFailed(file + " does not exist");
        }
        return Files.size(file);
    }

    private void add(List<Path> files, int readers, Progress progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(readers);
        try {
            Deque<Future<Profile>> ahead = new ArrayDeque<>();
            int next = 0;
            for (Path file : files) {
                while (next < files.size() && ahead.size() <= readers) {
                    Path later = files.get(next++);
                    ahead.add(pool.submit(() -> read(later, progress)));
                }
                merge.add(result(ahead.remove(), file), shell.show(file));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Profile read(Path file, Progress progress) throws IOException {
        if (!ProfileFile.isRecording(file)) {
            return ProfileFile.ofDhat(file, progress);
        }
        try (Recording recording = Recording.open(file)) {
            Set<Unit> units = ReportPlaces.units(recording);
            countBoth.addAndGet(units.size() > 1 ? 1 : 0);
            Profile profile =
                    ProfileBuilder.build(recording, options.withUnit(units.iterator().next()));
            progress.advance(Files.size(file));
            return profile;
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
