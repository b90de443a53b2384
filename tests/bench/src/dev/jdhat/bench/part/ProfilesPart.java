// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done with profiles of 100,000 program points, beside a plain parse of the same file and
 * DHAT's own viewer on it; the same, for information, where each point has a method of its own, of
 * which real profiles have a twentieth; and a merge of many.
 */
public final class ProfilesPart implements Part {
    private static final double MOST_SECONDS = 3;
    private static final double MERGE_SECONDS = 30;
    private static final int MERGED = 1_000;
    /** Files that differ; the others are further names of them. */
    private static final int DIFFERENT = 10;
    private static final String VIEWER = "/usr/libexec/valgrind/dh_view.js";

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of();
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        Path folder = Files.createTempDirectory(setting.folder(), "profiles");
        try {
            one(setting, folder, result, "shared", true);
            one(setting, folder, result, "own", false);
            many(setting, folder, result);
        } finally {
            delete(folder);
        }
        return result;
    }

    private static void one(Setting setting, Path folder, Result result, String frames,
            boolean judged) throws IOException, InterruptedException {
        int points = setting.size(100_000, 1_000);
        make(setting, folder, 2, points, frames);
        Path a = folder.resolve("0.json");
        Path b = folder.resolve("1.json");
        Table table = result.table(String.format("a profile of %,d program points, %s frames, %.0f"
                + " MB", points, frames, Files.size(a) / 1e6));
        measure(setting, table, "plain parse", program(setting, "PlainParse", a.toString()));
        if (Files.exists(Path.of(VIEWER))) {
            measure(setting, table, "dh_view under node, all metrics", List.of("node",
                    setting.root().resolve("tests/dhview/stub.js").toString(), VIEWER,
                    a.toString()));
        }
        String out = folder.resolve("out").toString();
        for (List<String> words : List.of(
                List.of("show", a.toString()),
                List.of("diff", a.toString(), b.toString()),
                List.of("check", a.toString(), "--baseline", b.toString(),
                        "--max-end-growth=10x"),
                List.of("merge", a.toString(), b.toString(), "-o", out),
                List.of("html", a.toString(), "-o", out),
                List.of("export", a.toString(), "--format=collapsed", "-o", out),
                List.of("export", a.toString(), "--format=speedscope", "-o", out),
                List.of("export", a.toString(), "--format=csv", "-o", out),
                List.of("export", a.toString(), "--format=pprof", "-o", out),
                List.of("export", a.toString(), "--format=firefox", "-o", out),
                List.of("export", a.toString(), "--format=otlp", "-o", out),
                List.of("export", a.toString(), "--format=jfr", "-o", out))) {
            String what = words.get(0) + (words.get(0).equals("export")
                    ? words.get(2).replace("--format=", " ") : "");
            Spread wall = measure(setting, table, what, command(setting, words));
            if (judged) {
                result.add(Target.atMost(what, wall.median(), MOST_SECONDS, " s"));
            }
        }
    }

    private static void many(Setting setting, Path folder, Result result)
            throws IOException, InterruptedException {
        int files = setting.size(MERGED, 2 * DIFFERENT);
        int points = setting.size(10_000, 100);
        make(setting, folder, DIFFERENT, points, "shared");
        List<String> words = new ArrayList<>(List.of("merge", "-o",
                folder.resolve("out").toString()));
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve(i + ".json");
            if (i >= DIFFERENT) {
                Files.createLink(file, folder.resolve(i % DIFFERENT + ".json"));
            }
            words.add(file.toString());
        }
        Table table = result.table(String.format("merge of %,d profiles of %,d program points",
                files, points));
        Spread wall = measure(setting, table, "merge, -Xmx1g", command(setting, words));
        result.add(Target.atMost("merge of " + files, wall.median(), MERGE_SECONDS, " s"));
    }

    private static void make(Setting setting, Path folder, int files, int points, String frames)
            throws IOException, InterruptedException {
        new Runner(setting).run(program(setting, "ProfileFiles", folder.toString(),
                Integer.toString(files), Integer.toString(points), frames));
    }

    private static Spread measure(Setting setting, Table table, String what, List<String> command)
            throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < setting.rounds(3); i++) {
            runs.add(new Runner(setting).run(command));
        }
        Spread wall = Spread.of(runs.size(), i -> runs.get(i).wallSeconds());
        table.row().put("what", what).put("wall, s", wall)
                .put("CPU, s", Spread.of(runs.size(), i -> runs.get(i).cpuSeconds()))
                .put("most memory, MB",
                        Spread.of(runs.size(), i -> runs.get(i).peakBytes() / 1e6));
        return wall;
    }

    private static List<String> program(Setting setting, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(setting.java().toString(), "-cp",
                setting.folder().resolve("classes") + ":" + setting.jar(),
                "dev.jdhat.bench.program." + name));
        command.addAll(List.of(arguments));
        return command;
    }

    /** As the launcher starts it, with 1 GB at the most. */
    private static List<String> command(Setting setting, List<String> words) {
        List<String> command = new ArrayList<>(List.of(setting.java().toString(),
                "-XX:+UseSerialGC", "-Xmx1g", "-jar", setting.jar().toString()));
        command.addAll(words);
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
