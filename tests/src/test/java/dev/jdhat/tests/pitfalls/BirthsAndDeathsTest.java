// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import dev.jdhat.tests.harness.Wait;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Blocks die in the epoch in which they were born: on every prefix of a recording of busy
 * threads.
 */
class BirthsAndDeathsTest {
    @ParameterizedTest
    @EnumSource(names = {"SERIAL", "PARALLEL", "G1", "SHENANDOAH"})
    void agreeOnEveryPrefix(Collector collector) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Churn", "10")
                .collector(collector)
                .options("-Xmn8m", "-Xmx64m")
                .recording("interval=0", "flush=10ms", "tick=100ms")
                .start()) {
            long[] seen = {0, 0, 0};
            // Each look is at another prefix: the file as it is at that moment.
            Wait.until("the program ends", Duration.ofSeconds(60), () -> {
                boolean over = !target.child().isAlive();
                look(target, seen);
                return over;
            });
            assertEquals(0, target.await(), target.toString());
            target.profile().through("Churn.round").total().is(4_000_000, seen[2]);
            assertTrue(seen[1] > 3_000_000, "Deaths were seen: " + seen[1]);
        }
    }

    private static void look(Target target, long[] seen) {
        try {
            Rows rows = Rows.of(target.recording());
            assertTrue(rows.blocks() >= seen[0] && rows.died() >= seen[1], "Sums only grow");
            seen[0] = rows.blocks();
            seen[1] = rows.died();
            seen[2] = Math.round(target.profile().through("Churn.round").total().bytes());
        } catch (UncheckedIOException e) {
            assertEquals(0, seen[0], "A recording that was readable stays so: " + e.getMessage());
        }
    }
}
