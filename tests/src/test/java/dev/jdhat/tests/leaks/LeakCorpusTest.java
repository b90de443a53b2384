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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * leaksNothing() on every way of leaking, and of only seeming to, that the corpus knows: what leaks
 * is found and counted to the block, and nothing else is reported. The corpus proves its own truth.
 */
class LeakCorpusTest {
    private static final String NONE = "none";
    private static final String UNTRACKED = "-Djdk.trackAllThreads=false";

    @TestFactory
    Stream<DynamicTest> java17() {
        return verdicts(Jvm.JDK_17);
    }

    @TestFactory
    Stream<DynamicTest> java25() {
        return verdicts(Jvm.JDK_25);
    }

    /**
     * Virtual threads that nothing refers to are garbage when the JVM does not track them; but with
     * an agent that samples it keeps them itself, so they do leak then: docs/limits.md.
     */
    @Test
    void untrackedVirtualThreads() {
        Map<String, List<String>> said = said(Jvm.JDK_25, UNTRACKED);
        assertEquals(Set.of("UnreferencedVirtualThreads " + UNTRACKED), said.keySet());
        List<String> lines = said.values().iterator().next();
        assertTrue(lines.get(1).contains(" bytes in 100 blocks of dev.jdhat.tests.programs.leaks"
                + ".Payload on all threads per run (5 runs); it must leak nothing"), lines.get(1));
    }

    /** The corpus counts its survivors itself, without a profiler. */
    @TestFactory
    Stream<DynamicTest> truth() {
        return Stream.of(Jvm.JDK_17, Jvm.JDK_25).map(jvm -> DynamicTest.dynamicTest(jvm.name(),
                () -> assertTrue(TestJvm.on(jvm, "leaks.CorpusTruth").run().out()
                        .endsWith("all as the table says\n"))));
    }

    private static Stream<DynamicTest> verdicts(Jvm jvm) {
        Map<String, List<String>> said = said(jvm, NONE);
        List<Case> cases = Cases.all().stream().filter(row -> row.since() <= jvm.feature())
                .filter(row -> row.option().isEmpty()).toList();
        assertEquals(cases.size(), said.size(), said.keySet().toString());
        return cases.stream().map(row -> DynamicTest.dynamicTest(row.name(),
                () -> check(row, said.get(row.name()))));
    }

    private static Map<String, List<String>> said(Jvm jvm, String option) {
        jvm.require();
        TestJvm program = TestJvm.on(jvm, "leaks.CorpusVerdict", option).withLibrary();
        if (!option.equals(NONE)) {
            program.options(option);
        }
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
