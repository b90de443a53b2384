// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast a large recording becomes a profile: the library's ReportBenchmark. */
public final class ReportPart implements Part {
    private static final Pattern SAID = Pattern.compile(
            "profile ([0-9.]+) s, JSON ([0-9.]+) s, heap ([0-9]+) MiB");

    @Override
    public String name() {
        return "report";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of();
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Path recording = setting.folder().resolve("large.jdhat");
        Files.deleteIfExists(recording);
        int sites = setting.size(100_000, 5_000);
        Workload workload = new Workload(List.of("-Xmx512m", "-XX:+UseSerialGC"), List.of("-cp",
                setting.jar() + ":" + setting.root().resolve("java/target/test-classes"),
                "dev.jdhat.report.ReportBenchmark", recording.toString(),
                Integer.toString(sites)));
        Runner runner = new Runner(setting);
        // The first run makes the recording.
        runner.run(Contestant.NONE, workload);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < setting.rounds(3); i++) {
            runs.add(runner.run(Contestant.NONE, workload));
        }
        Files.delete(recording);
        Files.deleteIfExists(setting.folder().resolve("large.jdhat.json"));
        Result result = new Result();
        result.table(String.format("report of %,d sites and 3,600 epochs, -Xmx512m", sites)).row()
                .put("profile, s", said(runs, 1)).put("JSON, s", said(runs, 2))
                .put("heap, MiB", said(runs, 3))
                .put("wall with the JVM's start, s",
                        Spread.of(runs.size(), i -> runs.get(i).wallSeconds()))
                .put("CPU, s", Spread.of(runs.size(), i -> runs.get(i).cpuSeconds()));
        return result;
    }

    private static Spread said(List<Run> runs, int group) {
        return Spread.of(runs.size(), i -> {
            Matcher matcher = SAID.matcher(runs.get(i).output());
            if (!matcher.find()) {
                throw new IllegalStateException(runs.get(i).output());
            }
            return Double.parseDouble(matcher.group(group));
        });
    }
}
