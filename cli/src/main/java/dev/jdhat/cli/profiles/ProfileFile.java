// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.text.Progress;
import dev.jdhat.export.DhatReader;
import dev.jdhat.profile.FrameTexts;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import dev.jdhat.report.ReportPlaces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a profile from a file of either kind. */
public final class ProfileFile {
    /** How recordings begin. */
    private static final int RECORDING = 0x89;

    /** How packed files begin. */
    private static final int GZIP = 0x1f;

    private ProfileFile() {}

    /** The profile of what a recording counts; that of the heap where it counts both. */
    public static Profile ofRecording(Path file, ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(file)) {
            Unit first = ReportPlaces.units(recording).iterator().next();
            return ProfileBuilder.build(recording, options.withUnit(first));
        }
    }

    /** The profile of a recording or of a DHAT file; the options hold for a recording only. */
    public static Profile read(Path file, ProfileOptions options) throws IOException {
        return isRecording(file) ? ofRecording(file, options) : DhatReader.read(file);
    }

    /** The same, with a line on the terminal when it takes long. */
    public static Profile read(Shell shell, Path file, ProfileOptions options)
            throws IOException {
        return read(shell, List.of(file), options).get(0);
    }

    /** The same of several files, which are read at once where there is room. */
    public static List<Profile> read(Shell shell, List<Path> files, ProfileOptions options)
            throws IOException {
        List<Profile> profiles = new ArrayList<>();
        FrameTexts texts = new FrameTexts();
        try (Progress progress = progress(shell, files)) {
            ReadAhead.each(
                    files,
                    file -> read(file, options, texts, progress),
                    (profile, file) -> profiles.add(profile));
        }
        return profiles;
    }

    private static Profile read(
            Path file, ProfileOptions options, FrameTexts texts, Progress progress)
            throws IOException {
        if (!isRecording(file)) {
            return ofDhat(file, texts, progress);
        }
        try (Recording recording = Recording.open(file)) {
            recording.onRead(progress::advance);
            Unit first = ReportPlaces.units(recording).iterator().next();
            return ProfileBuilder.build(recording, options.withUnit(first));
        }
    }

    /** How far the reading of files is; a recording is read several times. */
    static Progress progress(Shell shell, List<Path> files) throws IOException {
        long whole = 0;
        boolean known = true;
        for (Path file : files) {
            known &= !isRecording(file);
            whole += Files.size(file);
        }
        String what = files.size() == 1 ? shell.show(files.get(0)) : files.size() + " files";
        return new Progress(shell.err(), shell.terminal(), "Reading " + what, known ? whole : 0);
    }

    /** The profile of a DHAT file. */
    static Profile ofDhat(Path file, FrameTexts texts, Progress progress) throws IOException {
        try (InputStream in = progress.counting(Files.newInputStream(file))) {
            return DhatReader.read(in, file.toString(), texts);
        }
    }

    /** Whether a recording counts ad hoc events besides the heap. */
    public static boolean countsBoth(Path file) throws IOException {
        if (!isRecording(file)) {
            return false;
        }
        try (Recording recording = Recording.open(file)) {
            return ReportPlaces.units(recording).size() > 1;
        }
    }

    /**
     * Whether {@code file} begins as a recording, or is empty, and not as JSON or a packed file;
     * fails where it begins as none of them.
     */
    public static boolean isRecording(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new CommandFailed(file + " does not exist");
        }
        int first = Files.isRegularFile(file) ? firstCharacter(file) : -1;
        if (first >= 0 && first != RECORDING && first != '{' && first != GZIP) {
            throw new CommandFailed(
                    file + " is neither a recording of jdhat nor a profile in DHAT's format");
        }
        return first != '{' && first != GZIP;
    }

    /** Whether {@code file} is a regular one and gzipped. */
    static boolean isPacked(Path file) throws IOException {
        return Files.isRegularFile(file) && firstCharacter(file) == GZIP;
    }

    private static int firstCharacter(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int c = in.read();
            // A byte order mark before JSON, and what JSON takes for white space.
            while (c == 0xEF || c == 0xBB || c == 0xBF || c >= 0 && " \t\r\n".indexOf(c) >= 0) {
                c = in.read();
            }
            return c;
        }
    }
}
