// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.Counter;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stacks with interpreted frames come from the cache only once such frames are proven. Where all
 * samples are of compiled code, its interpreted callers do that, or a class that was loaded before.
 */
class FirstProofTest {
    /** All but `pour` is interpreted: so the outermost frames are, and never the innermost one. */
    private static final String[] POUR_COMPILED = {"-Xcomp", "-XX:CompileCommand=quiet",
        "-XX:CompileCommand=compileonly,dev.jdhat.tests.programs.Bulk::pour"};

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void comesFromALoadedClass(Jvm jvm) {
        jvm.require();
        Target target = TestJvm.on(jvm, "Bulk").options(POUR_COMPILED)
                .recording("interval=64k").run();
        assertEquals(0, target.await(), target.toString());
        cacheGivesMost(target);
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void comesFromTheCallers(Jvm jvm) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Bulk", "later").options(POUR_COMPILED).start()) {
            target.awaitLine("ready");
            target.startRecording("interval=64k");
            target.send("");
            target.awaitLine("poured");
            target.attach("stop").mustBeOk();
            cacheGivesMost(target);
        }
    }

    private static void cacheGivesMost(Target target) {
        Recorded recorded = Recorded.of(target.recording());
        long events = recorded.counter(Counter.EVENTS);
        long byVm = events - recorded.counter(Counter.FAST_WALKS)
                + recorded.counter(Counter.CHECKED_WALKS);
        assertTrue(events > 5_000 && byVm < events / 50, byVm + " of " + events);
    }
}
