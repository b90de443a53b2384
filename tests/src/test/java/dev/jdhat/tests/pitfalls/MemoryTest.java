// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Between two collections every block is watched; the agent's memory stays bounded all the same.
 */
class MemoryTest {
    private static final long MIB = 1 << 20;

    @Test
    void anEdenFullOfBlocksStaysUnderMaxMemory() throws IOException {
        staysUnder(64, 10_000_000, "512m", "400m");
    }

    @Test
    @Tag("long")
    void aHeapOfFourGigabytesStaysUnderMaxMemory() throws IOException {
        staysUnder(256, 130_000_000, "4g", "3500m");
    }

    private static void staysUnder(long maxMemory, long blocks, String heap, String young)
            throws IOException {
        long without = peakOfMemory(program(blocks, heap, young));
        try (Target target = program(blocks, heap, young)
                .recording("interval=0", "max-memory=" + maxMemory + "m")
                .start()) {
            long with = peakOfMemory(target);
            target.send("end");
            target.await();
            RecordedProfile profile = target.profile();
            profile.through("Garbage.work").of("java.lang.Long").total().is(blocks, 24 * blocks);
            assertTrue(profile.info().thinned(), "Liveness was thinned, and the profile says so");
            assertTrue(with - without <= (maxMemory + 16) * MIB,
                    "The agent's memory is " + (with - without) / MIB + " MiB of " + maxMemory);
        }
    }

    private static TestJvm program(long blocks, String heap, String young) {
        return TestJvm.on(Jvm.JDK_17, "Garbage", Long.toString(blocks))
                .collector(Collector.SERIAL)
                .options("-Xmx" + heap, "-Xms" + heap, "-Xmn" + young, "-XX:+AlwaysPreTouch");
    }

    private static long peakOfMemory(TestJvm program) throws IOException {
        try (Target target = program.start()) {
            return peakOfMemory(target);
        }
    }

    /** The largest resident set so far, once the program is done. */
    private static long peakOfMemory(Target target) throws IOException {
        target.awaitLine("done");
        String status = Files.readString(Path.of("/proc/" + target.pid() + "/status"));
        String line = status.lines().filter(l -> l.startsWith("VmHWM:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    }
}
