// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the agent makes the process larger by. The JVM's own accounts do not see an agent's memory,
 * so it is the resident memory of the process, with a heap that is touched as a whole from the
 * start, less that of the same program without an agent. What belongs to one block or site is the
 * slope between two numbers of them: tables and buffers that are there anyway fall out.
 */
final class MemoryTrial {
    private static final double MIB = 1 << 20;
    private static final int REST_MILLIS = 3_000;

    private final Setting setting;
    private final Result result = new Result();
    private final Table table = result.table("resident memory, against none");

    MemoryTrial(Setting setting) {
        this.setting = setting;
    }

    Result run() throws IOException, InterruptedException {
        idle();
        slope("blocks", "tracked block", setting.size(1_000_000, 20_000),
                setting.size(4_000_000, 100_000), 32);
        slope("sites", "site, of one stack", setting.size(6_400, 640),
                setting.size(128_000, 6_400), 128);
        slope("stacks", "site with a stack of its own, 20 frames", setting.size(8_192, 1_024),
                setting.size(131_072, 8_192), Double.NaN);
        bounded();
        return result;
    }

    private void idle() throws IOException, InterruptedException {
        Rounds rounds = rounds("garbage", 1, setting.size(512, 256),
                setting.contestants("none", "exact", "512k", "ap-live-512k"));
        for (Contestant contestant : rounds.contestants()) {
            if (contestant != Contestant.NONE) {
                double mib = more(rounds, contestant, "rss") / MIB;
                row("idle", contestant, "MiB", mib, rounds.spread(contestant.name(),
                        run -> run.recorded().memory() / MIB));
                if (contestant.name().matches("exact|512k")) {
                    result.add(Target.atMost("idle, " + contestant, mib, 16, " MiB"));
                }
            }
        }
    }

    /** What one more costs, in exact mode; NaN is no limit. */
    private void slope(String what, String words, int few, int many, double limit)
            throws IOException, InterruptedException {
        List<Contestant> contestants = setting.contestants("none", "exact");
        Rounds small = rounds(what, few, setting.size(1_024, 256), contestants);
        Rounds large = rounds(what, many, setting.size(1_024, 256), contestants);
        Contestant exact = Contestant.named("exact");
        double bytes = slope(small, large, "rss") / (many - few);
        double most = slope(small, large, "peak") / (many - few);
        double counted = (memory(large) - memory(small)) / (many - few);
        row("each " + words, exact, "bytes", bytes, counted).put("at most", most);
        if (!Double.isNaN(limit)) {
            result.add(Target.atMost("a " + words, bytes, limit, " bytes"));
        }
        // Against a figure that is small because the agent did not look.
        ToDoubleFunction<Run> seen = what.equals("blocks") ? run -> run.recorded().tracked()
                : run -> run.recorded().sites();
        double missing = many - large.spread("exact", seen).least();
        result.add(Target.truthAtMost(
                String.format("%s, of %,d, that exact does not have", what, many),
                Math.max(0, missing), 0, ""));
    }

    private static double slope(Rounds small, Rounds large, String figure) {
        Contestant exact = Contestant.named("exact");
        return more(large, exact, figure) - more(small, exact, figure);
    }

    private static double memory(Rounds rounds) {
        return rounds.spread("exact", run -> run.recorded().memory()).median();
    }

    /** Garbage that no collection removes: what is tracked grows until the bound holds it. */
    private void bounded() throws IOException, InterruptedException {
        int bound = setting.size(128, 16);
        Contestant exact = Contestant.named("exact").with("max-memory=" + bound + "m");
        Rounds rounds = rounds("garbage", setting.size(50_000_000, 500_000),
                setting.size(4_096, 512), List.of(Contestant.NONE, exact));
        double mib = more(rounds, exact, "peak") / MIB;
        row("garbage, max-memory=" + bound + "m", exact, "MiB", mib,
                rounds.spread(exact.name(), run -> run.recorded().memory() / MIB));
        result.add(Target.atMost(
                "24-byte garbage, exact, max-memory=" + bound + "m, most over none", mib,
                bound + 16, " MiB"));
    }

    private Table.Row row(String what, Contestant contestant, String unit, double resident,
            Object counted) {
        Table.Row row = table.row().put("what", what).put("contestant", contestant.name())
                .put("unit", unit).put("resident", resident);
        if (!(counted instanceof Spread spread) || !Double.isNaN(spread.median())) {
            row.put("as the agent counts", counted);
        }
        return row;
    }

    private Rounds rounds(String what, int count, int heap, List<Contestant> contestants)
            throws IOException, InterruptedException {
        Workload workload = Workload.own(setting, heap, heap * 3 / 4, "Memory", what, count,
                setting.size(REST_MILLIS, 10))
                .with("-XX:+AlwaysPreTouch");
        return Rounds.of(setting, workload, setting.rounds(3), contestants);
    }

    private static double more(Rounds rounds, Contestant contestant, String figure) {
        ToDoubleFunction<Run> said = run -> run.said(figure);
        return rounds.spread(contestant.name(), said).median()
                - rounds.spread("none", said).median();
    }
}
