// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.api.NativeAccess;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.TestJvm;
import dev.jdhat.tests.programs.leaks.Case;
import dev.jdhat.tests.programs.leaks.Cases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * leaksNothing() on every way of leaking, and of only seeming to, that the corpus knows: what leaks
 * is found and counted to the block, and nothing else is reported. The corpus proves its own truth.
 */
class LeakCorpusTest {
    private static final String UNTRACKED = "-Djdk.trackAllThreads=false";

    @TestFactory
    Stream<DynamicTest> java17() {
        return verdicts(Jvm.JDK_17);
    }

    @TestFactory
    Stream<DynamicTest> java25() {
        return verdicts(Jvm.JDK_25);
    }

    /** Without tracking they are garbage; an agent that samples has the JVM keep them. */
    @Test
    void abandonedVirtualThreads() {
        Jvm.JDK_25.require();
        assertEquals("100\n", abandoned().run().out());
        long collected = Long.parseLong(abandoned("profiled").run().out().strip());
        assertTrue(collected < 100, "The limit in docs/limits.md is none any more: " + collected);
    }

    private static TestJvm abandoned(String... how) {
        TestJvm program = TestJvm.on(Jvm.JDK_25, "leaks.AbandonedThreads", how).withLibrary();
        return NativeAccess.silence(program, Jvm.JDK_25).options(UNTRACKED);
    }

    /** Tests in parallel settle and collect for each other; their verdicts stay their own. */
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void testsInParallelDoNotMeet(Jvm jvm) {
        jvm.require();
        TestJvm program = TestJvm.on(jvm, "leaks.SideBySide").withLibrary();
        assertEquals(("jdhat: SideBySide.hear() leaked 144 bytes in 1 block per run (10 runs); it"
                + " must leak nothing\nnothing\n").repeat(3),
                NativeAccess.silence(program, jvm).run().out());
    }

    /** The corpus counts its survivors itself, without a profiler. */
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void theTableIsTrue(Jvm jvm) {
        jvm.require();
        String out = TestJvm.on(jvm, "leaks.CorpusTruth").run().out();
        assertTrue(out.endsWith("all as the table says\n"), out);
    }

    @Test
    void theTableIsTrueOfUntrackedThreads() {
        Jvm.JDK_25.require();
        String out = TestJvm.on(Jvm.JDK_25, "leaks.CorpusTruth", "4", "UnreferencedVirtualThreads")
                .options(UNTRACKED).run().out();
        assertTrue(out.endsWith("all as the table says\n"), out);
    }

    private static Stream<DynamicTest> verdicts(Jvm jvm) {
        Map<String, List<String>> said = said(jvm);
        List<Case> cases = Cases.all().stream().filter(row -> row.since() <= jvm.feature())
                .filter(row -> row.option().isEmpty()).toList();
        assertEquals(cases.size(), said.size(), said.keySet().toString());
        return cases.stream().map(row -> DynamicTest.dynamicTest(row.name(),
                () -> check(row, said.get(row.name()))));
    }

    private static Map<String, List<String>> said(Jvm jvm) {
        jvm.require();
        TestJvm program = TestJvm.on(jvm, "leaks.CorpusVerdict").withLibrary();
        return said(NativeAccess.silence(program, jvm).run().out());
    }

    private static void check(Case row, List<String> said) {
        if (!row.leak()) {
            assertEquals(List.of("nothing", "nothing"), said);
            return;
        }
        assertTrue(said.get(0).startsWith("jdhat: CorpusVerdict.judge() leaked "), said.get(0));
        assertTrue(said.get(1).contains(" bytes in " + row.leaked() + " blocks of "
                + row.leaking() + " on all threads per run (5 runs); it must leak nothing"),
                said.get(1));
    }

    /** The two lines after each heading. */
    private static Map<String, List<String>> said(String out) {
        Map<String, List<String>> cases = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : out.lines().toList()) {
            if (line.startsWith("== ")) {
                lines = new ArrayList<>();
                cases.put(line.substring(3), lines);
            } else {
                lines.add(line);
            }
        }
        cases.remove("over");
        return cases;
    }
}
