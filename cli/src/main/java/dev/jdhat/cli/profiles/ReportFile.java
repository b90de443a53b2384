// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file: the whole of it, or nothing at all. */
public final class ReportFile {
    private ReportFile() {}

    /** What is in a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes {@code profile} to a DHAT file. */
    public static void write(Profile profile, Path file) {
        write(file, out -> DhatWriter.write(profile, out));
    }

    /** Writes a file; one that was there before is replaced only by a complete one. */
    public static void write(Path file, Content content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeTo(file, content);
                return;
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                writeTo(part, content);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailed("cannot write " + file + ": " + reason(e));
        }
    }

    /**
     * Refuses to write to a file that is read as well: it may be the only recording of a run.
     *
     * @return {@code output}
     */
    public static Path other(Path output, Path... inputs) {
        for (Path input : inputs) {
            if (isSame(output, input)) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        output + " is an input and the output; name another output");
            }
        }
        return output;
    }

    /** Whether both names are of one file that is there, also through a link. */
    public static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // What cannot be looked at cannot be written either, which then has its own reason.
            return false;
        }
    }

    private static void writeTo(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }

    /** The system's reason in words; the exceptions of java.nio often hold nothing but the path. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException && ((FileSystemException) e).getReason() != null) {
            return ((FileSystemException) e).getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
