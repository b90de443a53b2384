// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.FilePattern;
import dev.jdhat.cli.text.LargestSites;
import dev.jdhat.cli.text.Table;
import dev.jdhat.cli.text.Units;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.recording.RecordingException;
import dev.jdhat.report.Summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is made of the recordings of a command's JVMs: profiles, and the text about them. */
public final class RunReport {
    private static final String PREFIX = "jdhat: ";

    private final Shell shell;
    private final ProfileOptions options;
    private final Pattern only;
    private final boolean each;
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
        Path place = Files.isWritable(shell.folder()) ? shell.folder() : fallback;
        this.file = file == null ? FilePattern.literal(place + "/") + "jdhat-%p.jdhat" : file;
        this.report = report == null ? FilePattern.literal(place + "/") + "dhat-heap.json" : report;
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
        full(run, report, file);
    }

    private void several(List<JvmRun> runs) throws IOException {
        Table table = Table.of(">PID", ">TOTAL", ">AT T-GMAX", ">AT T-END", "MAIN CLASS");
        for (JvmRun run : runs) {
            table.row(
                    Long.toString(run.pid()),
                    figure(run.total()),
                    figure(run.peak()),
                    figure(run.end()),
                    run.command());
        }
        for (JvmRun run : runs) {
            if (each) {
                say("");
                say("process " + run.pid() + ": " + run.command());
                full(run, FilePattern.perProcess(report), FilePattern.perProcess(file));
            } else {
                quietly(run);
            }
        }
        say(runs.size() + " JVMs, figures in bytes:");
        table.lines(shell.width() - PREFIX.length()).forEach(this::say);
        if (!report.equals("none") && !each) {
            say(
                    "The data has been saved to "
                            + shown(report)
                            + ", and is viewable with dh_view.html");
        }
    }

    private void full(JvmRun run, String reportPattern, String filePattern) throws IOException {
        Profile profile = ProfileFile.ofRecording(run.file(), options);
        Path saved = save(profile, run, reportPattern);
        Summary.lines(profile, saved == null ? null : Path.of(shell.show(saved)))
                .forEach(shell.err()::println);
        keep(run, filePattern).ifPresent(path -> say("The recording is " + shell.show(path)));
        LargestSites.lines(profile, shell.width()).forEach(shell.err()::println);
    }

    private void quietly(JvmRun run) throws IOException {
        save(ProfileFile.ofRecording(run.file(), options), run, FilePattern.perProcess(report));
        keep(run, FilePattern.perProcess(file));
    }

    // Small ones keep their recordings, for whoever does want to look.
    private void brief(List<JvmRun> runs, boolean several) throws IOException {
        if (runs.isEmpty()) {
            return;
        }
        for (JvmRun run : runs) {
            keep(run, several ? FilePattern.perProcess(file) : file);
        }
        say(
                runs.size()
                        + (runs.size() == 1 ? " more JVM" : " more JVMs")
                        + " below 1 s and 1 MB: "
                        + runs.stream()
                                .map(run -> run.pid() + " " + name(run))
                                .collect(Collectors.joining(", ")));
    }

    private Path save(Profile profile, JvmRun run, String pattern) {
        if (pattern.equals("none") || report.equals("none")) {
            return null;
        }
        Path path =
                shell.resolve(
                        FilePattern.expand(pattern, run.pid(), run.header().start(), run.host()));
        ReportFile.write(profile, path);
        return path;
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
        Path path =
                shell.resolve(
                        FilePattern.expand(pattern, run.pid(), run.header().start(), run.host()));
        try {
            return Optional.of(Files.move(run.file(), path, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new CommandFailed(
                    "cannot move " + run.file() + " to " + path + ": " + ReportFile.reason(e));
        }
    }

    private String shown(String pattern) {
        String name = FilePattern.perProcess(pattern).replace("%p", "PID").replace("%%", "%");
        return shell.show(shell.resolve(name));
    }

    private static String name(JvmRun run) {
        return run.command().isEmpty() ? "unknown" : run.command().split(" ", 2)[0];
    }

    private static String figure(Figure figure) {
        return Units.bytes(figure);
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
