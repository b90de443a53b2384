// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.Profiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts a profiler, makes 10 blocks and closes it, so many times (the argument). Prints how often
 * a count was wrong, and the growth of the process's memory and of the Java heap, in KiB, from the
 * first tenth of the rounds on.
 */
public final class Cycles {
    private Cycles() {}

    private static long resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", ""));
        }
        throw new IOException("no VmRSS");
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 10;
    }

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        int wrong = 0;
        long residentBefore = 0;
        long heapBefore = 0;
        for (int i = 0; i < rounds; i++) {
            if (i == rounds / 10) {
                heapBefore = heap();
                residentBefore = resident();
            }
            try (Profiler profiler = Profiler.builder().testing().include(Blocks.NAME).start()) {
                Blocks.make(10, 1000);
                wrong += profiler.stats().totalBlocks() == 10 ? 0 : 1;
            }
        }
        System.out.println(wrong + " wrong");
        System.out.println("heap " + (heap() - heapBefore));
        System.out.println("resident " + (resident() - residentBefore));
    }
}
