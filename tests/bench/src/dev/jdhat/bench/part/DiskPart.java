// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.measure.Tool;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the slow ones among a program's allocations take in exact mode, with an idle disk and
 * with one that is written to as fast as it takes. The program's thread keeps to the core that the
 * disk interrupts least: an interrupt takes tens of microseconds, whoever runs there. Its heap is
 * touched beforehand, or one block in 256 would find a page that the system has yet to give.
 */
public final class DiskPart implements Part {
    private static final double LIMIT = 1.2;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of();
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        List<Contestant> contestants = setting.contestants("none", "bare", "exact");
        Map<Contestant, List<Run>> idle = new LinkedHashMap<>();
        Map<Contestant, List<Run>> busy = new LinkedHashMap<>();
        int core = quietestCore(setting);
        int rounds = setting.rounds(5);
        for (int round = 0; round < rounds; round++) {
            one(setting, core, contestants, idle);
            try (BusyDisk disk = new BusyDisk(setting.folder())) {
                one(setting, core, contestants, busy);
            }
        }
        Table table = result.table("nanoseconds of one allocation");
        for (Contestant contestant : contestants) {
            row(table, contestant, "idle", idle.get(contestant));
            row(table, contestant, "saturated", busy.get(contestant));
        }
        for (Contestant contestant : contestants) {
            double ratio = spread(busy.get(contestant), "99.9").median()
                    / spread(idle.get(contestant), "99.9").median();
            table.row().put("contestant", contestant.name()).put("disk", "saturated / idle")
                    .put("99.9 %", ratio);
            if (contestant.tool() == Tool.JDHAT) {
                result.add(Target.atMost(contestant + ", 99.9 % of events, disk saturated / idle",
                        ratio, LIMIT, " ×"));
            }
        }
        return result;
    }

    private static int quietestCore(Setting setting) throws IOException, InterruptedException {
        try (BusyDisk disk = new BusyDisk(setting.folder())) {
            return Interrupts.quietestCore();
        }
    }

    private static void one(Setting setting, int core, List<Contestant> contestants,
            Map<Contestant, List<Run>> runs) throws IOException, InterruptedException {
        Workload workload = Workload.own(setting, 512, 256, "Latency",
                setting.size(5_000_000, 100_000), core).with("-XX:+AlwaysPreTouch");
        for (Contestant contestant : contestants) {
            runs.computeIfAbsent(contestant, key -> new ArrayList<>())
                    .add(new Runner(setting).run(contestant, workload));
        }
    }

    private static void row(Table table, Contestant contestant, String disk, List<Run> runs) {
        table.row().put("contestant", contestant.name()).put("disk", disk)
                .put("median", spread(runs, "median")).put("99 %", spread(runs, "99"))
                .put("99.9 %", spread(runs, "99.9")).put("most", spread(runs, "most"));
    }

    private static Spread spread(List<Run> runs, String figure) {
        return new Spread(runs.stream().mapToDouble(run -> run.said(figure)).toArray());
    }
}
