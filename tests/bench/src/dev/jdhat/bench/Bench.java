// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Workload;
import dev.jdhat.bench.part.DiskPart;
import dev.jdhat.bench.part.InProcessPart;
import dev.jdhat.bench.part.LeakPart;
import dev.jdhat.bench.part.MemoryPart;
import dev.jdhat.bench.part.MicroPart;
import dev.jdhat.bench.part.Part;
import dev.jdhat.bench.part.ProfilesPart;
import dev.jdhat.bench.part.ProgramPart;
import dev.jdhat.bench.part.ReportPart;
import dev.jdhat.bench.part.Result;
import dev.jdhat.bench.part.SampledPart;
import dev.jdhat.bench.part.ThreadsPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The benchmark's entry; tests/bench/run, which starts it, tells how to use it. */
final class Bench {
    private static final List<Part> PARTS = List.of(
            new MicroPart(),
            new ThreadsPart(),
            new ProgramPart("ecj", List.of("ecj", "lucene", "async-profiler"), Workload::ecj, true),
            new ProgramPart("h2", List.of("h2", "async-profiler"),
                    setting -> Workload.h2(setting, ProgramPart.H2_ROWS), true),
            new ProgramPart("jruby", List.of("jruby", "async-profiler"), Workload::jruby, false),
            new SampledPart(),
            new MemoryPart(),
            new DiskPart(),
            new LeakPart(),
            new ReportPart(),
            new ProfilesPart(),
            new InProcessPart());

    /** What others say of tools that cannot be run here. */
    private static final String PUBLISHED =
            "DHAT of Valgrind: a program runs 20 to 100 times slower;"
                    + " dhat-rs: about 8 µs an allocation";

    private boolean isShort;
    private boolean onlyNeeds;
    private int rounds;
    private Set<String> without = Set.of();
    private final List<Part> parts = new ArrayList<>();

    private Bench(String[] args) {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        while (!words.isEmpty()) {
            String word = words.remove(0);
            switch (word) {
                case "short" -> isShort = true;
                case "--needs" -> onlyNeeds = true;
                case "--pairs" -> rounds = Integer.parseInt(words.remove(0));
                case "--without" -> without = Set.of(words.remove(0).split(","));
                default -> parts.add(PARTS.stream().filter(part -> part.name().equals(word))
                        .findFirst().orElseThrow(() -> new IllegalArgumentException(
                                "There is no part " + word + "; there are " + names())));
            }
        }
        Contestant.checkDispensable(without);
        if (parts.isEmpty()) {
            parts.addAll(PARTS);
        }
    }

    private static String names() {
        return String.join(", ", PARTS.stream().map(Part::name).toList());
    }

    /** Exits with 1 when a target is not met, 2 for wrong words, 3 when something cannot be run. */
    public static void main(String[] args) {
        try {
            Bench bench = new Bench(args);
            System.exit(bench.run() ? 0 : 1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            System.err.println("tests/bench/run: " + e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("tests/bench/run: " + e.getMessage());
            System.exit(3);
        } catch (InterruptedException | RuntimeException e) {
            e.printStackTrace();
            System.exit(3);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        Setting setting = new Setting(isShort, rounds, without,
                Path.of(System.getProperty("java.home"), "bin", "java"), root,
                root.resolve("tests/target/bench"), Path.of(System.getProperty("workloads")));
        if (onlyNeeds) {
            Set<String> needs = new TreeSet<>();
            parts.forEach(part -> needs.addAll(part.needs(setting)));
            System.out.println(String.join("\n", needs));
            return true;
        }
        return run(setting);
    }

    private boolean run(Setting setting) throws IOException, InterruptedException {
        JsonOut json = new JsonOut();
        describe(json);
        TableOut table = new TableOut(System.out, isShort);
        Path file = setting.folder().resolve(String.format("%s-jdk%d.json",
                isShort ? "short" : "full", Runtime.version().feature()));
        boolean good = true;
        for (Part part : parts) {
            long began = System.nanoTime();
            System.out.printf("%n== %s%n", part.name());
            Result result = part.run(setting);
            double seconds = (System.nanoTime() - began) / 1e9;
            table.print(result);
            System.out.printf("  took %.0f s%n", seconds);
            json.add(part.name(), seconds, result);
            // After each part: hours of measuring survive what comes next.
            json.write(file);
            good &= result.targets().stream()
                    .allMatch(target -> target.met() || isShort && !target.isTruth());
        }
        System.out.printf("%nPublished: %s%nWritten: %s%n", PUBLISHED, file);
        return good;
    }

    private void describe(JsonOut json) throws IOException {
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name")).findFirst()
                .map(line -> line.replaceAll(".*: ", "")).orElse("unknown");
        String java = System.getProperty("java.vendor") + " " + Runtime.version();
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf("JDK %s; %d processors, %s; load %s%n", java, cores, processor, load);
        json.put("form", isShort ? "short" : "full");
        json.put("time", Instant.now().toString());
        json.put("jdk", java);
        json.put("processors", cores + " × " + processor);
        json.put("load", load);
        json.put("published", PUBLISHED);
        json.put("without", String.join(",", new TreeSet<>(without)));
    }
}
