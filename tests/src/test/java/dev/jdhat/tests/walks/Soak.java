// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Runs the programs with checked walks for so many minutes, on every JVM there is, with collectors
 * and settings drawn at random: a line for each run, and a sum. Arguments: minutes (0: every
 * program on every JVM once), and optionally a seed, the kind of walk, and a pattern for the names
 * of runs.
 */
final class Soak {
    private static final int TIMES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private long runs;
    private long failed;
    private long events;
    private long fast;
    private long checked;
    private long mismatches;
    private long nanos;

    private Soak() {}

    public static void main(String[] args) {
        double minutes = Double.parseDouble(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        String walk = args.length > 2 ? args[2] : "checked";
        String only = args.length > 3 ? args[3] : ".*";
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Soak soak = new Soak();
        long start = System.nanoTime();
        BooleanSupplier over = () -> System.nanoTime() - start > 60e9 * minutes;
        do {
            for (WalkRun run : round(random, walk)) {
                if (run.toString().matches(only) && !(minutes > 0 && over.getAsBoolean())) {
                    soak.run(run);
                }
            }
        } while (!over.getAsBoolean());
        soak.sayTotal();
        System.exit(soak.failed == 0 ? 0 : 1);
    }

    /** Every program on every JVM once. */
    private static List<WalkRun> round(Random random, String walk) {
        List<WalkRun> runs = new ArrayList<>();
        for (Jvm jvm : Jvm.values()) {
            List<Collector> collectors = new ArrayList<>(Collector.of(jvm));
            collectors.remove(Collector.EPSILON);
            for (Program program : Program.values()) {
                Collector collector = drawn(random, collectors);
                Setting setting = drawn(random, List.of(Setting.values()));
                if (jvm.home().isPresent() && program.runsOn(jvm)
                        && !(program.needsUnloading() && unloadsNothing(jvm, collector))) {
                    runs.add(new WalkRun(program, jvm, collector, setting, walk));
                }
            }
        }
        Collections.shuffle(runs, random);
        return runs;
    }

    /** ZGC unloads classes from Java 12 on. */
    private static boolean unloadsNothing(Jvm jvm, Collector collector) {
        return jvm == Jvm.JRE_11 && collector == Collector.ZGC;
    }

    private static <T> T drawn(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void run(WalkRun run) {
        long start = System.nanoTime();
        WalkRun.Result result = run.run(TIMES, PATIENCE);
        long took = System.nanoTime() - start;
        runs++;
        nanos += took;
        events += result.events();
        fast += result.fast();
        checked += result.checked();
        mismatches += result.mismatches();
        System.out.printf("%-50s %5.1f s  %s%n", run, took / 1e9, result);
        if (!result.wrong().isEmpty()) {
            failed++;
            result.wrong().stream().limit(5).forEach(what -> System.out.println("  " + what));
            System.out.println("  " + result.target().folder());
        }
    }

    private void sayTotal() {
        System.out.printf("%d runs, %.1f minutes: %,d events, %,d from the cache, %,d checked, "
                        + "%,d mismatches; %d runs failed%n",
                runs, nanos / 60e9, events, fast, checked, mismatches, failed);
    }
}
