// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.LiveSites;
import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.List;

/** What one block costs, by depth, and with a million blocks kept. */
public final class MicroPart implements Part {
    static final int HEAP = 512;
    static final int YOUNG = 64;
    private static final int DEPTH = 20;
    private static final String[] FOR_EVERY_BLOCK =
        {"none", "bare", "naive", "exact", "exact-portable", "ap-exact", "ap-live-exact"};

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of("async-profiler");
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        for (int depth : setting.isShort() ? new int[] {DEPTH} : new int[] {5, DEPTH, 100}) {
            String[] names = depth == DEPTH ? Contestant.names() : FOR_EVERY_BLOCK;
            Rounds rounds = rounds(setting, depth, 0, names);
            fill(result.table("a block of 24 bytes at depth " + depth + ", none kept"), rounds);
            if (depth == DEPTH) {
                judge(result, rounds, "none kept");
            }
        }
        int kept = setting.size(1_000_000, 20_000);
        Rounds rounds = rounds(setting, DEPTH, kept, FOR_EVERY_BLOCK);
        fill(result.table(String.format("the same at depth %d, %,d blocks kept", DEPTH, kept)),
                rounds);
        judge(result, rounds, String.format("%,d kept", kept));
        judgeCount(result, setting);
        return result;
    }

    static Workload workload(Setting setting, int depth, int threads, int kept, int steps) {
        return Workload.own(setting, HEAP, YOUNG, "Micro", depth, threads,
                setting.isShort() ? 0.2 : 5, kept, steps);
    }

    /** Nanoseconds of processor time for a block, with all that an agent does for it later. */
    static double perBlock(Run run) {
        return run.said("cpu") / run.said("blocks");
    }

    private static double wallPerBlock(Run run) {
        return run.said("wall") / run.said("blocks");
    }

    private static Rounds rounds(Setting setting, int depth, int kept, String... names)
            throws IOException, InterruptedException {
        return Rounds.of(setting, workload(setting, depth, 1, kept, 0), setting.rounds(5),
                setting.contestants(names));
    }

    static void fill(Table table, Rounds rounds) {
        for (Contestant contestant : rounds.contestants()) {
            Table.Row row = table.row().put("contestant", contestant.name());
            Columns.cost(row, rounds, contestant, "CPU ns", MicroPart::perBlock);
            row.put("wall, ratio",
                    rounds.ratio(contestant.name(), "none", MicroPart::wallPerBlock));
            Columns.own(row, rounds, contestant);
            Columns.drain(row, rounds, contestant);
            Columns.pauses(row, rounds, contestant);
        }
    }

    private static void judge(Result result, Rounds rounds, String how) {
        for (String walk : List.of("exact", "exact-portable")) {
            if (rounds.has(walk) && rounds.has("bare")) {
                result.add(Target.atMost(walk + ", CPU of an event / bare's, depth 20, " + how,
                        rounds.addedRatio(walk, "bare", MicroPart::perBlock).median(), 2.5, " ×"));
            }
            if (rounds.has(walk) && rounds.has("naive")) {
                result.add(Target.atLeast("naive agent's CPU of an event / that of " + walk
                        + ", depth 20, " + how,
                        rounds.addedRatio("naive", walk, MicroPart::perBlock).median(), 7, " ×"));
            }
        }
    }

    /** Whoever does not count has it easy: exact mode must know of every block, counted or lost. */
    private static void judgeCount(Result result, Setting setting)
            throws IOException, InterruptedException {
        for (Contestant exact : setting.contestants("exact", "exact-portable")) {
            Run run = new Runner(setting).run(exact, workload(setting, DEPTH, 2, 1000, 0));
            double missing = run.said("all")
                    - new LiveSites(setting, exact).blocksOf("Micro$Block");
            double unexplained = missing < 0 ? -missing
                    : Math.max(0, missing - run.recorded().lost());
            String what = String.format("%s, blocks of %,.0f neither counted nor lost", exact,
                    run.said("all"));
            result.add(Target.truthAtMost(what, unexplained, 0, ""));
        }
    }
}
