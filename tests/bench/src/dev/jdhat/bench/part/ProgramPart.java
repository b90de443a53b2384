// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A real program under everybody. */
public final class ProgramPart implements Part {
    /** Few enough for exact mode, which sees each of its many blocks. */
    public static final int H2_ROWS = 100_000;

    /** A naive agent takes a quarter of an hour for what others do in ten seconds. */
    private static final String[] WITHOUT_NAIVE = Arrays.stream(Contestant.names())
            .filter(name -> !name.equals("naive")).toArray(String[]::new);

    private static final Set<String> JUDGED = Set.of("none", "bare", "exact");
    private static final int JUDGED_ROUNDS = 10;
    private static final int OTHER_ROUNDS = 3;
    private static final double LONGER_PAUSE_PERCENT = 25;

    private final String name;
    private final List<String> needs;
    private final Function<Setting, Workload> workload;
    private final boolean isJudged;

    /** @param isJudged whether targets were set for the program */
    public ProgramPart(String name, List<String> needs, Function<Setting, Workload> workload,
            boolean isJudged) {
        this.name = name;
        this.needs = needs;
        this.workload = workload;
        this.isJudged = isJudged;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> needs(Setting setting) {
        return needs;
    }

    /** In the short form ecj alone meets everybody but the heavy ones, whom micro has. */
    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Result result = new Result();
        String[] names = setting.isShort() && !name.equals("ecj")
                ? new String[] {"none", "512k"} : WITHOUT_NAIVE;
        List<Contestant> contestants = setting.contestants(names).stream()
                .filter(contestant -> !setting.isShort() || !contestant.heavy()).toList();
        Rounds rounds = Rounds.of(setting, workload.apply(setting),
                contestant -> roundsOf(contestant, setting), contestants);
        Table table = result.table(name);
        for (Contestant contestant : rounds.contestants()) {
            Table.Row row = table.row().put("contestant", contestant.name())
                    .put("runs", rounds.runs(contestant.name()).size());
            Columns.cost(row, rounds, contestant, "CPU s", Run::cpuSeconds);
            row.put("wall, ratio",
                    rounds.ratio(contestant.name(), "none", Run::wallSeconds));
            Columns.own(row, rounds, contestant);
            Columns.drain(row, rounds, contestant);
            Columns.pauses(row, rounds, contestant);
            Columns.space(row, rounds, contestant);
        }
        if (isJudged) {
            judge(result, rounds);
        }
        return result;
    }

    /** As often as it is judged; and one run of the heavy ones must do. */
    private int roundsOf(Contestant contestant, Setting setting) {
        int all = setting.rounds(JUDGED_ROUNDS);
        boolean judged = isJudged && JUDGED.contains(contestant.name());
        return judged ? all : contestant.heavy() ? 1 : Math.min(all, OTHER_ROUNDS);
    }

    private void judge(Result result, Rounds rounds) {
        for (String walk : List.of("exact", "exact-portable")) {
            if (rounds.has(walk) && rounds.has("bare")) {
                result.add(Target.atMost(name + ", " + walk + ", CPU added / bare's",
                        rounds.addedRatio(walk, "bare", Run::cpuSeconds).median(), 2.5, " ×"));
                result.add(Target.atMost(name + ", " + walk + ", wall time added / bare's",
                        rounds.addedRatio(walk, "bare", Run::wallSeconds).median(), 2.5, " ×"));
            }
        }
        if (!rounds.has("exact")) {
            return;
        }
        double longer = 100 * (pause99(rounds, "exact") / pause99(rounds, "none") - 1);
        result.add(Target.atMost(name + ", exact, 99 % pause over that without an agent", longer,
                LONGER_PAUSE_PERCENT, " %"));
    }

    private static double pause99(Rounds rounds, String contestant) {
        return rounds.spread(contestant, (Run run) -> run.safepoints().pause99()).median();
    }
}
