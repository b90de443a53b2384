// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.jdhat.profile.FinalCollection;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thread in a JNI critical section holds up the final collection; the target ends all the same.
 */
class CriticalSectionTest {
    /**
     * On 25 the JVM itself cannot end by a return from main while a collection of Serial or
     * Parallel waits for the thread (docs/limits.md).
     */
    private static String wayOut(Jvm jvm, Collector collector) {
        return jvm == Jvm.JDK_25 && collector != Collector.G1 ? "exit" : "return";
    }

    static Stream<Arguments> collectors() {
        return Stream.of(Jvm.JDK_17, Jvm.JDK_25)
                .flatMap(jvm -> Stream.of(Collector.SERIAL, Collector.PARALLEL, Collector.G1)
                        .map(collector -> Arguments.of(jvm, collector)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void doesNotHoldTheExit(Jvm jvm, Collector collector) {
        jvm.require();
        Target target = TestJvm.on(jvm, "Critical", wayOut(jvm, collector))
                .collector(collector)
                .recording("interval=0", "gc=on", "gc-timeout=1s")
                .end(Duration.ofSeconds(20));
        assertEquals("inside\n", target.out());
        assertEquals(0, target.child().await(), target.toString());
        RecordedProfile profile = target.profile();
        profile.through("Critical.work").of("Thing").total().is(1000, 24_000);
        // From 22 on G1 pins regions and collects.
        if (jvm == Jvm.JDK_17 || collector != Collector.G1) {
            assertEquals(FinalCollection.NOT_FINISHED, profile.info().finalCollection());
        } else {
            assertNotEquals(FinalCollection.OFF, profile.info().finalCollection());
        }
    }
}
