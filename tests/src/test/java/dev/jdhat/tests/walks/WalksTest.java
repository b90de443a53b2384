// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fast walk under what could make a cached stack a wrong one. Each walk is compared with the
 * JVM's by the agent, and each block with what the program says of itself: its frames, its line,
 * and how many there are.
 */
class WalksTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * Every program on 17 and 25, every collector, every setting; but for CODE_REUSE, which takes
     * long and meets what it is after only now and then (vmcode_test has it for certain).
     */
    @ParameterizedTest
    @CsvSource({
        "CODE_CHURN, JDK_17, G1, DEFAULT",
        "CODE_CHURN, JDK_25, SERIAL, C1",
        "DEOPT, JDK_17, PARALLEL, C2",
        "DEOPT, JDK_25, G1, DEFAULT",
        "OSR, JDK_17, SHENANDOAH, DEFAULT",
        "OSR, JDK_25, ZGC, C2",
        "LOADERS, JDK_17, SERIAL, INTERPRETED",
        "LOADERS, JDK_17, SERIAL, ALL_C1",
        "LOADERS, JDK_25, PARALLEL, INTERPRETED",
        "LOADERS, JDK_25, G1, ALL_C1",
        "LOADERS_SMALL, JDK_17, SERIAL, DEFAULT",
        "LOADERS_SMALL, JDK_25, SERIAL, DEFAULT",
        "PARKED, JDK_17, SERIAL, C2",
        "PARKED, JDK_25, SERIAL, DEFAULT",
        "REDEFINE, JDK_17, SERIAL, DEFAULT",
        "REDEFINE, JDK_25, SERIAL, INTERPRETED",
        "DEEP, JDK_17, SERIAL, WIDE",
        "DEEP_CUT, JDK_17, ZGC, C1",
        "DEEP_CUT, JDK_25, SERIAL, INTERPRETED",
        "DEEP, JDK_25, PARALLEL, C2",
        "INDIRECT, JDK_17, SERIAL, C1",
        "INDIRECT, JDK_25, SERIAL, WIDE",
        "UPCALLS, JDK_17, SERIAL, DEFAULT",
        "UPCALLS, JDK_25, SERIAL, C1",
        "THROWN, JDK_17, SERIAL, DEFAULT",
        "THROWN, JDK_25, SHENANDOAH, INTERPRETED",
        "OSR, JRE_11, SERIAL, DEFAULT",
        "DEOPT, JRE_21, SERIAL, DEFAULT",
        "OSR, JDK_17, SERIAL, ALL_C1",
        "VIRTUALS, JRE_21, SERIAL, DEFAULT",
        "VIRTUALS, JDK_25, G1, DEFAULT",
    })
    void areTheStacks(Program program, Jvm jvm, Collector collector, Setting setting) {
        areRight(new WalkRun(program, jvm, collector, setting, "checked"), 1);
    }

    /** Where a check would heal the cache: unchecked walks against the programs' own truth. */
    @ParameterizedTest
    @CsvSource({
        "LOADERS, JDK_17, INTERPRETED",
        "LOADERS, JDK_25, INTERPRETED",
        "LOADERS_SMALL, JDK_17, DEFAULT",
        "PARKED, JDK_17, C2",
        "PARKED, JDK_25, C2",
        "REDEFINE, JDK_17, DEFAULT",
        "REDEFINE, JDK_25, DEFAULT",
    })
    void areTheStacksUnchecked(Program program, Jvm jvm, Setting setting) {
        areRight(new WalkRun(program, jvm, Collector.SERIAL, setting, "fast"), 1);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("matrix")
    void areTheStacksEverywhere(WalkRun run) {
        areRight(run, 4);
    }

    /**
     * Every program with every collector and with every setting on 17 and 25, and plain on the
     * other JVMs.
     */
    static Stream<WalkRun> matrix() {
        return Arrays.stream(Jvm.values()).flatMap(jvm -> Arrays.stream(Program.values())
                .filter(program -> program.runsOn(jvm))
                .flatMap(program -> of(program, jvm)));
    }

    private static Stream<WalkRun> of(Program program, Jvm jvm) {
        boolean isBase = jvm != Jvm.JDK_17 && jvm != Jvm.JDK_25;
        List<Setting> settings = isBase ? List.of(Setting.DEFAULT) : List.of(Setting.values());
        List<Collector> collectors = isBase ? List.of() : Collector.of(jvm);
        return Stream.concat(
                settings.stream().flatMap(setting -> Stream.of("checked", "fast").map(
                        walk -> new WalkRun(program, jvm, Collector.SERIAL, setting, walk))),
                collectors.stream()
                        .filter(c -> c != Collector.SERIAL && c != Collector.EPSILON)
                        .map(c -> new WalkRun(program, jvm, c, Setting.DEFAULT, "checked")));
    }

    private static void areRight(WalkRun run, int times) {
        run.jvm().require();
        WalkRun.Result result = run.run(times, PATIENCE);
        String what = run + ": " + result + " in " + result.target().folder();
        System.out.println(what);
        assertEquals(List.of(), result.wrong().stream().limit(5).toList(), what);
        assertTrue(result.share() > run.program().floor(), "The cache gave too few: " + what);
    }
}
