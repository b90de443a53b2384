// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.List;

/**
 * Sampling, in many pairs. What it costs is less than what runs differ by, so the judge is jdhat's
 * own clock; the ratios of the pairs stand beside it, with their intervals.
 */
public final class SampledPart implements Part {
    private static final int ROUNDS = 15;
    /** Its own clock is steady, and its ratio larger. */
    private static final int ROUNDS_64K = 5;
    /** Blocks of 24 bytes need more time than this for their way to the depth alone. */
    private static final int BLOCK = 88;
    /** 1 GB for each second of processor time. */
    private static final double NANOS_OF_A_BYTE = 1;
    private static final int TRIED_STEPS = 200;
    private static final int H2_ROWS = 300_000;

    @Override
    public String name() {
        return "sampled";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of("ecj", "lucene", "h2", "async-profiler");
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        if (!setting.isShort()) {
            measure(result, setting, "ecj", Workload.ecj(setting));
            measure(result, setting, "h2", Workload.h2(setting, H2_ROWS));
        }
        measure(result, setting, "1 GB/s", paced(setting));
        return result;
    }

    private static void measure(Result result, Setting setting, String program, Workload workload)
            throws IOException, InterruptedException {
        int all = setting.rounds(ROUNDS);
        Rounds rounds = Rounds.of(setting, workload,
                contestant -> contestant.interval() == 64 << 10 ? Math.min(all, ROUNDS_64K) : all,
                setting.contestants("none", "64k", "ap-live-64k", "512k", "ap-live-512k"));
        Table table = result.table("sampled: " + program);
        for (Contestant contestant : rounds.contestants()) {
            Table.Row row = table.row().put("contestant", contestant.name())
                    .put("runs", rounds.runs(contestant.name()).size());
            Columns.cost(row, rounds, contestant, "CPU s", SampledPart::cpu);
            Columns.own(row, rounds, contestant);
            double interval = contestant.interval();
            row.put("events", rounds.spread(contestant.name(), run -> run.recorded().events()));
            row.put("MB a CPU second", rounds.spread(contestant.name(),
                    run -> run.recorded().events() * interval / run.cpuSeconds() / 1e6));
        }
        judge(result, rounds, program, "512k", 1);
        judge(result, rounds, program, "64k", 3);
    }

    /** Seconds of a run; of a program that runs for a fixed time, those for a GB. */
    private static double cpu(Run run) {
        return run.said().containsKey("blocks") ? MicroPart.perBlock(run) / BLOCK
                : run.cpuSeconds();
    }

    private static void judge(Result result, Rounds rounds, String program, String contestant,
            double limit) {
        if (rounds.has(contestant)) {
            result.add(Target.atMost(
                    program + ", " + contestant + ", own clock of the process's CPU",
                    100 * rounds.spread(contestant, Run::ownShare).median(), limit, " %"));
        }
    }

    /** Blocks with so much computing between them that a core allocates 1 GB in a second. */
    private static Workload paced(Setting setting) throws IOException, InterruptedException {
        double without = MicroPart.perBlock(calibrated(setting, 0));
        double with = MicroPart.perBlock(calibrated(setting, TRIED_STEPS));
        double steps = (BLOCK * NANOS_OF_A_BYTE - without) / (with - without) * TRIED_STEPS;
        return wide(setting, (int) Math.max(0, Math.round(steps)));
    }

    private static Workload wide(Setting setting, int steps) {
        return MicroPart.workload(setting, 20, 1, 0, steps).with("-Dwide=true");
    }

    private static Run calibrated(Setting setting, int steps)
            throws IOException, InterruptedException {
        return new Runner(setting).run(Contestant.NONE, wide(setting, steps));
    }
}
