// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Peak;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is live after a collection: neither blocks born since, nor, after a full one, old garbage.
 */
class LiveFiguresTest {
    private static final long KEPT = 50_000L * 1016;

    static Stream<Arguments> collectors() {
        return Stream.of(Jvm.JDK_17, Jvm.JDK_25)
                .flatMap(jvm -> Stream.of(Collector.SERIAL, Collector.PARALLEL, Collector.G1)
                        .map(collector -> Arguments.of(jvm, collector)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void newbornsAreNotLive(Jvm jvm, Collector collector) {
        RecordedProfile profile = run(jvm, collector, "live");
        profile.through("OldGarbage.kept").of("long[]").atPeak().is(50_000, KEPT);
        profile.through("OldGarbage.kept").of("long[]").atEnd().is(50_000, KEPT);
        double garbage = profile.through("OldGarbage.garbage").atPeak().bytes();
        assertTrue(garbage < KEPT / 50.0, "Newborn blocks at the live peak: " + garbage + " bytes");
        profile.through("OldGarbage.garbage").of("long[]").total().is(200_000, 200_000L * 1016);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void deadOldBlocksAreGoneAfterAFullCollection(Jvm jvm, Collector collector) {
        RecordedProfile profile = run(jvm, collector, "drop");
        profile.through("OldGarbage.kept").of("long[]").atEnd().is(0, 0);
        profile.through("OldGarbage.garbage").of("long[]").atEnd().is(0, 0);
        Peak peak = profile.profile().livePeak().orElseThrow();
        assertTrue(peak.figure().bytes() >= KEPT, "The live peak has the kept blocks: " + peak);
    }

    private static RecordedProfile run(Jvm jvm, Collector collector, String form) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "OldGarbage", form)
                .collector(collector)
                .recording("interval=0", "gc=on")
                .start()) {
            for (String stage : new String[] {"kept", "worked", "over"}) {
                target.awaitLine(stage);
                // A command is answered by the agent's thread, so the sweep before it is over.
                target.attach("mark=" + stage);
                target.send("go on");
            }
            assertEquals(0, target.await(), target.toString());
            return target.profile();
        }
    }
}
