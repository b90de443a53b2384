// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * The program that the agent runs when the target ends: reads a recording, writes the DHAT file,
 * and prints the summary on stderr. Needs nothing but this library and jackson-core.
 */
public final class ReportAtExit {
    private static final int OK = 0;
    private static final int USAGE = 2;
    private static final int FAILED = 3;

    private ReportAtExit() {
    }

    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
                StandardCharsets.UTF_8);
        System.exit(run(args, err));
    }

    static int run(String[] args, PrintStream err) {
        if (args.length != 2) {
            err.println("jdhat: error: ReportAtExit needs RECORDING and REPORT.");
            return USAGE;
        }
        Path recording = Path.of(args[0]);
        Path report = Path.of(args[1]);
        try {
            report(recording, report, err);
            return OK;
        } catch (IOException e) {
            err.println("jdhat: error: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            err.println("jdhat: error: " + recording + " needs more memory than a report at exit"
                    + " has; make it with: java -jar jdhat.jar report " + recording + " -o "
                    + report);
        }
        return FAILED;
    }

    private static void report(Path file, Path report, PrintStream err) throws IOException {
        try (Recording recording = Recording.open(file)) {
            Set<Unit> units = ReportPlaces.units(recording);
            for (Unit unit : units) {
                Path target = ReportPlaces.place(report, unit, units);
                Profile profile = ProfileBuilder.build(recording,
                        ProfileOptions.defaults().withUnit(unit));
                write(profile, target);
                Summary.lines(profile, target).forEach(err::println);
            }
        }
    }

    /** Whoever looks at the report sees the old one or the whole new one. */
    private static void write(Profile profile, Path report) throws IOException {
        Path partial = report.resolveSibling(report.getFileName() + ".partial");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                DhatWriter.write(profile, out);
            }
            Files.move(partial, report, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw new IOException(report + " cannot be written (" + reason(e)
                    + "); choose another place with report=FILE.", e);
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replace("Exception", "");
        if (e instanceof NoSuchFileException) {
            return "its folder is not there";
        }
        boolean pathOnly = e instanceof java.nio.file.FileSystemException
                && ((java.nio.file.FileSystemException) e).getReason() == null;
        return pathOnly || e.getMessage() == null ? name : e.getMessage();
    }
}
