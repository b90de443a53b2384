// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.FilePattern;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.RecordingException;
import dev.jdhat.report.ReportPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is made of the recordings of a command's JVMs: profiles, and the text about them. */
public final class RunReport {
    private static final String PREFIX = "jdhat: ";

    private final Shell shell;
    private final ProfileOptions options;
    private final Pattern only;
    private final boolean each;
    private final Path place;
    private final String file;
    private final String report;

    /**
     * @param only what a JVM's command line must contain, or null
     * @param file the pattern of the recordings' names, or null for the usual one
     * @param report the pattern of the profiles' names, {@code none}, or null for the usual one
     * @param fallback where files go that have no place in the working folder
     */
    public RunReport(
            Shell shell,
            ProfileOptions options,
            Pattern only,
            boolean each,
            String file,
            String report,
            Path fallback) {
        this.shell = shell;
        this.options = options;
        this.only = only;
        this.each = each;
        this.place = Files.isWritable(shell.folder()) ? shell.folder() : fallback;
        this.file = file == null ? FilePattern.literal(place + "/") + FilePattern.RECORDING : file;
        this.report = report;
    }

    /** Writes the profiles and the text; false when there was no JVM to write about. */
    public boolean write(List<Path> recordings) throws IOException {
        List<JvmRun> all = read(recordings);
        List<JvmRun> wanted = wanted(all);
        if (wanted.isEmpty()) {
            say(
                    all.isEmpty()
                            ? noJvm()
                            : "no JVM of "
                                    + all.size()
                                    + " fits --only "
                                    + only
                                    + "; without it all of them are reported");
            return false;
        }
        List<JvmRun> brief = wanted.stream().filter(JvmRun::brief).collect(Collectors.toList());
        List<JvmRun> main =
                wanted.stream().filter(run -> !run.brief()).collect(Collectors.toList());
        if (main.isEmpty()) {
            main = brief;
            brief = List.of();
        }
        if (main.size() == 1) {
            one(main.get(0));
        } else {
            several(main);
        }
        brief(brief, wanted.size() > 1);
        return true;
    }

    private List<JvmRun> read(List<Path> recordings) throws IOException {
        List<JvmRun> runs = new ArrayList<>();
        for (Path recording : recordings) {
            try {
                runs.add(JvmRun.of(recording, options));
            } catch (RecordingException e) {
                say(e.getMessage());
            }
        }
        return runs;
    }

    private List<JvmRun> wanted(List<JvmRun> all) throws IOException {
        List<JvmRun> wanted = new ArrayList<>();
        for (JvmRun run : all) {
            if (only == null || only.matcher(run.command()).find()) {
                wanted.add(run);
            } else if (!run.running()) {
                Files.delete(run.file());
            }
        }
        return wanted;
    }

    private void one(JvmRun run) throws IOException {
        full(run, false, file);
    }

    private void several(List<JvmRun> runs) throws IOException {
        for (JvmRun run : runs) {
            if (each) {
                say("");
                say("process " + run.pid() + ": " + run.command());
                full(run, true, FilePattern.perProcess(file));
            } else {
                profiles(run, true);
                keep(run, FilePattern.perProcess(file));
            }
        }
        new RunTable(runs).lines(shell.width() - PREFIX.length()).forEach(this::say);
        if (!each && !nowhere()) {
            say(
                    "The data has been saved to "
                            + shown(runs)
                            + ", and is viewable with dh_view.html");
        }
    }

    private void full(JvmRun run, boolean several, String filePattern) throws IOException {
        RecordingReport profiles = profiles(run, several);
        profiles.summary().forEach(shell.err()::println);
        keep(run, filePattern).ifPresent(path -> say("The recording is " + shell.show(path)));
        profiles.largest().forEach(shell.err()::println);
    }

    private RecordingReport profiles(JvmRun run, boolean several) throws IOException {
        return RecordingReport.write(
                shell,
                run.file(),
                options,
                units -> nowhere() ? null : expand(pattern(units, several), run));
    }

    private boolean nowhere() {
        return "none".equals(report);
    }

    private String pattern(Set<Unit> units, boolean several) {
        String pattern =
                report != null
                        ? report
                        : FilePattern.literal(place + "/") + ReportPlaces.defaultName(units);
        return several ? FilePattern.perProcess(pattern) : pattern;
    }

    private Path expand(String pattern, JvmRun run) {
        return shell.resolve(
                FilePattern.expand(
                        pattern,
                        run.pid(),
                        run.header().start(),
                        run.host(),
                        name -> Files.exists(shell.resolve(name))));
    }

    // Small ones keep their recordings, for whoever does want to look.
    private void brief(List<JvmRun> runs, boolean several) throws IOException {
        if (runs.isEmpty()) {
            return;
        }
        for (JvmRun run : runs) {
            keep(run, several ? FilePattern.perProcess(file) : file);
        }
        boolean heap = runs.stream().anyMatch(run -> run.counts(Unit.HEAP));
        say(
                runs.size()
                        + (runs.size() == 1 ? " more JVM" : " more JVMs")
                        + (heap ? " below 1 s and 1 MB: " : " below 1 s and without an event: ")
                        + runs.stream()
                                .map(run -> run.pid() + " " + name(run))
                                .collect(Collectors.joining(", ")));
    }

    /** Where the recording is now; empty when its JVM writes to it still. */
    private Optional<Path> keep(JvmRun run, String pattern) {
        if (run.running()) {
            say(
                    "process "
                            + run.pid()
                            + " ("
                            + name(run)
                            + ") runs on; its recording stays "
                            + shell.show(run.file()));
            return Optional.empty();
        }
        Path path = expand(pattern, run);
        try {
            return Optional.of(Files.move(run.file(), path, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new CommandFailed(
                    "cannot move " + run.file() + " to " + path + ": " + ReportFile.reason(e));
        }
    }

    private String shown(List<JvmRun> runs) {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        runs.forEach(run -> units.addAll(run.units()));
        String name = pattern(units, true).replace("%p", "PID").replace("%%", "%");
        return units.stream()
                .map(unit -> shell.show(ReportPlaces.place(shell.resolve(name), unit, units)))
                .collect(Collectors.joining(" and "));
    }

    private static String name(JvmRun run) {
        return run.command().isEmpty() ? "unknown" : run.command().split(" ", 2)[0];
    }

    private void say(String text) {
        shell.err().println((PREFIX + text).stripTrailing());
    }

    private static String noJvm() {
        return "saw no JVM. Either the command starts none, or JAVA_TOOL_OPTIONS did not reach it"
                + " (env -i, sudo, ssh, docker), or a daemon that was there before did the work"
                + " (Gradle, mvnd: stop it first), or it is Java 8, another VM than HotSpot, or"
                + " a native image";
    }
}
