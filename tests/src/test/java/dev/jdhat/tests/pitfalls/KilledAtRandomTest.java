// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.FinalCollection;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import dev.jdhat.tests.harness.Wait;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** After kill −9 at any moment the recording is readable, and not behind what was read before. */
class KilledAtRandomTest {
    private static final Random RANDOM = new Random();

    @RepeatedTest(6)
    void leavesAReadableRecording() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Churn")
                .options("-Xmn8m", "-Xmx64m")
                .recording("interval=0", "flush=10ms", "tick=100ms", "max-size=1m")
                .start()) {
            Wait.until("there is a recording", Duration.ofSeconds(10),
                    () -> Files.exists(target.recording()) && blocks(target) > 100_000);
            long until = System.nanoTime() + RANDOM.nextInt(1_000_000_000);
            Wait.until("the moment", Duration.ofSeconds(5), () -> System.nanoTime() > until);
            long before = blocks(target);
            target.child().kill();
            assertEquals(137, target.await());
            assertTrue(blocks(target) >= before, "Nothing that was read is lost");
            assertEquals(FinalCollection.NOT_FINISHED,
                    target.profile().info().finalCollection());
        }
    }

    /** Blocks in the recording so far; 0 while it has no header yet. */
    private static long blocks(Target target) {
        try {
            return Rows.of(target.recording()).blocks();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
