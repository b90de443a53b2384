// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program under a contestant, and measures the process from outside. */
public final class Runner {
    private static final String MARK = "bench:";
    private static final long STEP_MILLIS = 20;
    private static final long LIMIT_MINUTES = 60;

    private final Setting setting;

    public Runner(Setting setting) {
        this.setting = setting;
    }

    /** Throws when the program fails, or when the contestant leaves no sign of itself. */
    public Run run(Contestant contestant, Workload workload)
            throws IOException, InterruptedException {
        Path folder = setting.runFolder();
        empty(folder);
        Path log = folder.resolve("safepoints.log");
        List<String> command = new ArrayList<>();
        command.add(setting.java().toString());
        command.addAll(contestant.tool().jvmOptions(setting, contestant.options()));
        command.addAll(workload.jvmOptions());
        command.add(Safepoints.option(log));
        command.addAll(workload.arguments());

        return measured(command, log, contestant.tool());
    }

    /** Runs what is no JVM's program, or is started by one's own command line, without an agent. */
    public Run run(List<String> command) throws IOException, InterruptedException {
        empty(setting.runFolder());
        return measured(command, null, Tool.NOTHING);
    }

    private Run measured(List<String> command, Path log, Tool tool)
            throws IOException, InterruptedException {
        Path output = setting.runFolder().resolve("output");
        long[] peak = new long[1];
        double[] times = timed(command, output, peak);
        String text = Files.readString(output);
        return new Run(times[0], times[1] + times[2], peak[0], said(text), text,
                log == null ? null : Safepoints.read(log), tool.recorded(setting, text));
    }

    /** Wall, user and system seconds as the shell counts them, with all that it started. */
    private double[] timed(List<String> command, Path output, long[] peak)
            throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c",
                "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >output 2>&1 </dev/null", "time"));
        timed.addAll(command);
        Path times = setting.runFolder().resolve("times");
        Process shell = new ProcessBuilder(timed).directory(setting.runFolder().toFile())
                .redirectError(times.toFile()).redirectOutput(new File("/dev/null")).start();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
        while (!shell.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
            shell.children().forEach(child -> peak[0] = Math.max(peak[0], peakOf(child.pid())));
            if (System.nanoTime() > end) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                throw new IOException("The program does not end: " + String.join(" ", command));
            }
        }
        if (shell.exitValue() != 0) {
            String text = Files.readString(output);
            throw new IOException("The program failed: " + String.join(" ", command) + "\n"
                    + text.substring(Math.max(0, text.length() - 2_000)));
        }
        String[] words = Files.readString(times).strip().split(" ");
        return Stream.of(words).mapToDouble(Double::parseDouble).toArray();
    }

    /** 0 when the process has ended meanwhile. */
    private static long peakOf(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) << 10)
                    .findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static Map<String, Double> said(String output) {
        Map<String, Double> said = new HashMap<>();
        output.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
            String[] parts = line.substring(MARK.length()).split("=");
            said.put(parts[0], Double.valueOf(parts[1]));
        });
        return said;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
