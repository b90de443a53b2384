// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Rounds;
import dev.jdhat.bench.measure.Setting;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the price of a block grows when several threads allocate at once. */
public final class ThreadsPart implements Part {
    private static final int DEPTH = 20;

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of("async-profiler");
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        TreeMap<Integer, Rounds> byThreads = new TreeMap<>();
        Result result = new Result();
        for (int threads : new TreeSet<>(setting.isShort() ? List.of(1, 2)
                : List.of(1, 2, cores, 8))) {
            Rounds rounds = Rounds.of(setting, MicroPart.workload(setting, DEPTH, threads, 0, 0),
                    setting.rounds(5), setting.contestants("none", "bare", "exact",
                            "exact-portable", "ap-live-exact"));
            MicroPart.fill(result.table("a block of 24 bytes at depth 20, " + threads
                    + (threads == 1 ? " thread" : " threads")), rounds);
            byThreads.put(threads, rounds);
        }
        // More threads than cores only wait for one another: reported, not judged.
        byThreads.headMap(cores, true).tailMap(1, false).keySet()
                .forEach(threads -> judge(result, byThreads, threads));
        return result;
    }

    private static void judge(Result result, TreeMap<Integer, Rounds> byThreads, int threads) {
        for (String walk : List.of("exact", "exact-portable")) {
            if (byThreads.get(1).has(walk) && byThreads.get(1).has("bare")) {
                double grown = growth(byThreads, threads, walk);
                double bareGrown = growth(byThreads, threads, "bare");
                result.add(Target.atMost(String.format(
                        "%s, growth of an event's CPU from 1 to %d threads / bare's (%.2f / %.2f)",
                        walk, threads, grown, bareGrown), grown / bareGrown, 1.2, " ×"));
            }
        }
    }

    private static double growth(TreeMap<Integer, Rounds> byThreads, int threads, String name) {
        return byThreads.get(threads).added(name, MicroPart::perBlock).median()
                / byThreads.get(1).added(name, MicroPart::perBlock).median();
    }
}
