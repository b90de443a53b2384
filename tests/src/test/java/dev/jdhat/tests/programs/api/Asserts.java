// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.HeapStats;
import dev.jdhat.Profiler;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An assertion that holds, one of each kind that does not, what is refused afterwards, and a new
 * profiler. Each writes its profile to a file of its own; the one without a failure writes nothing.
 */
public final class Asserts {
    private Asserts() {}

    private interface Failing {
        void run(Profiler profiler, HeapStats stats);
    }

    private static void each(String name, Failing failing) {
        Path report = Path.of(name + ".json");
        try (Profiler profiler = Profiler.builder().testing().include(Blocks.NAME).report(report)
                .start()) {
            Blocks.make(4, 1000);
            HeapStats stats = profiler.stats();
            profiler.assertEquals(4, stats.totalBlocks(), "blocks");
            Say.refused(() -> failing.run(profiler, stats));
            Say.refused(() -> failing.run(profiler, stats));
            Say.refused(profiler::stats);
        }
        System.out.println(name + " is " + (Files.exists(report) ? "written" : "not written"));
    }

    public static void main(String[] args) {
        each("true", (p, stats) -> p.assertTrue(stats.totalBytes() < 4000, "less than 4,000"));
        each("equals", (p, stats) -> p.assertEquals(3, stats.totalBlocks(), "blocks"));
        each("not-equals", (p, stats) -> p.assertNotEquals(4, stats.totalBlocks(), "blocks"));
        each("within", (p, stats) -> p.assertWithin(3000, 10, stats.totalBytes(), "bytes"));
        try (Profiler profiler = Profiler.builder().testing().report("passed.json").start()) {
            profiler.assertTrue(profiler.stats().totalBlocks() >= 0, "never");
        }
        System.out.println("passed is " + (Files.exists(Path.of("passed.json")) ? "written"
                : "not written"));
    }
}
