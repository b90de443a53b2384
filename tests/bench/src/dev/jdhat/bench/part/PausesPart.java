// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.List;

/** How much longer the collector's pauses are in exact mode, with the heap that the JVM chooses. */
public final class PausesPart implements Part {
    private static final double LIMIT = 25;

    @Override
    public String name() {
        return "pauses";
    }

    @Override
    public List<String> needs(Setting setting) {
        return setting.isShort() ? List.of("ecj") : List.of("ecj", "lucene", "h2");
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        measure(result, setting, "ecj", Workload.ecj(setting));
        if (!setting.isShort()) {
            measure(result, setting, "h2", Workload.h2(setting, ProgramPart.H2_ROWS));
        }
        return result;
    }

    private static void measure(Result result, Setting setting, String program, Workload workload)
            throws IOException, InterruptedException {
        Rounds rounds = Rounds.of(setting, workload, setting.rounds(10),
                setting.contestants("none", "bare", "exact"));
        Table table = result.table("pauses for collections, " + program);
        for (Contestant contestant : rounds.contestants()) {
            Table.Row row = table.row().put("contestant", contestant.name());
            row.put("pauses", rounds.spread(contestant.name(), run -> run.safepoints().pauses()));
            Columns.pauses(row, rounds, contestant);
        }
        double added = 100 * (pause99(rounds, "exact") / pause99(rounds, "none") - 1);
        result.add(Target.atMost(program + ", exact, 99 % pause over that without an agent", added,
                LIMIT, " %"));
    }

    private static double pause99(Rounds rounds, String contestant) {
        return rounds.spread(contestant, (Run run) -> run.safepoints().pause99()).median();
    }
}
