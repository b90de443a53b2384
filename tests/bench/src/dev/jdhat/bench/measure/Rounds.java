// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The runs of contestants that took turns with one program: the n-th runs of all of them belong
 * together, so what drifts on the machine is in all. Each round begins with another contestant.
 */
public final class Rounds {
    private final Map<Contestant, List<Run>> runs = new LinkedHashMap<>();

    private Rounds() {}

    /** All contestants in each round. */
    public static Rounds of(Setting setting, Workload workload, int rounds,
            List<Contestant> contestants) throws IOException, InterruptedException {
        return of(setting, workload, contestant -> rounds, contestants);
    }

    /**
     * Each contestant in so many rounds, the first ones. The first run of all is for the caches of
     * the machine, and is not counted.
     */
    public static Rounds of(Setting setting, Workload workload, ToIntFunction<Contestant> rounds,
            List<Contestant> contestants) throws IOException, InterruptedException {
        Rounds result = new Rounds();
        Runner runner = new Runner(setting);
        contestants.forEach(contestant -> result.runs.put(contestant, new ArrayList<>()));
        if (!setting.isShort()) {
            runner.run(Contestant.NONE, workload);
        }
        int most = contestants.stream().mapToInt(rounds).max().orElse(0);
        for (int round = 0; round < most; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get((i + round) % contestants.size());
                if (round < rounds.applyAsInt(contestant)) {
                    result.runs.get(contestant).add(runner.run(contestant, workload));
                }
            }
        }
        return result;
    }

    public Collection<Contestant> contestants() {
        return runs.keySet();
    }

    public boolean has(String contestant) {
        return runs.keySet().stream().anyMatch(each -> each.name().equals(contestant));
    }

    public List<Run> runs(String contestant) {
        return runs.entrySet().stream().filter(entry -> entry.getKey().name().equals(contestant))
                .findFirst().orElseThrow().getValue();
    }

    /** A figure of every run. */
    public Spread spread(String contestant, ToDoubleFunction<Run> figure) {
        return new Spread(runs(contestant).stream().mapToDouble(figure).toArray());
    }

    /** A figure of a contestant over that of another, pair by pair. */
    public Ratio ratio(String contestant, String other, ToDoubleFunction<Run> figure) {
        return new Ratio(spread(contestant, figure).values(), spread(other, figure).values());
    }

    /** What a contestant adds to the program, in each round. */
    public Spread added(String contestant, ToDoubleFunction<Run> figure) {
        double[] with = spread(contestant, figure).values();
        double[] without = spread(Contestant.NONE.name(), figure).values();
        return Spread.of(with.length, i -> with[i] - without[i]);
    }

    /** What one adds over what the other adds, in each round; NaN where the other adds nothing. */
    public Spread addedRatio(String contestant, String other, ToDoubleFunction<Run> figure) {
        double[] one = added(contestant, figure).values();
        double[] two = added(other, figure).values();
        return Spread.of(Math.min(one.length, two.length),
                i -> two[i] > 0 ? one[i] / two[i] : Double.NaN);
    }
}
