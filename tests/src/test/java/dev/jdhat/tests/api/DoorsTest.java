// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.api;

import static dev.jdhat.tests.api.InProcessTest.program;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Compiled;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A profiler in a JVM that another door, another copy or another agent has entered. */
class DoorsTest {
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aSessionOfTheCommandLineIsUsedAndGoesOn(Jvm jvm) {
        Target target = program(jvm, "Guest", "any").recording("interval=0").run();
        assertEquals("window 10\nsession true\nnot refused\n", target.out());
        target.profile().through("api.Blocks.make").of("byte[]").total().is(22, 22_000);
        assertEquals(1, target.profile().info().windows().size());
    }

    @Test
    void aSessionWithAnotherIntervalIsNotUsed() {
        Target target = program(Jvm.JDK_17, "Guest", "exact").recording("interval=64k").run();
        assertEquals("creating a profiler while one with other settings is running: its interval"
                + " is 65536 bytes, this one's is exact; close that one first, or leave the"
                + " interval to it\nsession false\nnot refused\n", target.out());
        assertTrue(target.profile().info().windows().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void anIdleAgentIsWoken(Jvm jvm) {
        Target target = program(jvm, "Guest", "exact").recording("start=idle").run();
        assertEquals("window 10\nnot refused\ngetting heap stats when no profiler is running\n",
                target.out());
    }

    @Test
    void anotherAgentHoldsSampling() {
        Target target = program(Jvm.JDK_17, "Guest", "exact")
                .options("-agentpath:" + Compiled.agent("holder")).run();
        assertEquals("another agent in this JVM holds heap sampling (only one can); stop its"
                + " allocation profiling or start the JVM without it\n"
                + "getting heap stats when no profiler is running\n", target.out());
    }

    @Test
    void anAgentOfAnotherVersionIsThere() {
        assertEquals("jdhat 0.0.9 is in this JVM already and this is 0.1.0; use the same version,"
                + " or restart the program\n", program(Jvm.JDK_17, "OtherVersion").run().out());
    }

    @ParameterizedTest
    @EnumSource(names = {"JRE_21", "JDK_25"})
    void aVirtualThreadHasNoWindowOfItsOwn(Jvm jvm) {
        Target target = program(jvm, "Guest", "virtual").run();
        assertEquals("a window over this thread only cannot be opened on a virtual thread, whose"
                + " blocks are counted with its carrier's; open it over all threads, or on a"
                + " platform thread\n"
                + "getting heap stats when no profiler is running\n", target.out());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void copiesOfTheLibraryShareOneSession(Jvm jvm) {
        String peaks = "total 164800 bytes in 14 blocks, current 43200 bytes in 2 blocks, max"
                + " 143200 bytes in 3 blocks, live peak 143200 bytes in 3 blocks\n";
        String out = program(jvm, "Copies").run().out();
        assertTrue(out.contains(peaks), out);
        assertTrue(out.contains("106 units in 4 events\n"), out);
        // Peaks makes 16 blocks and AdHocRun 20; its events within and outside its profilers.
        assertTrue(out.endsWith("all 36 blocks, 2150 units\nover\n"), out);
    }
}
