// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Interrupts by devices since the system began, for each core. */
final class Interrupts {
    private static final Path FILE = Path.of("/proc/interrupts");
    /** Of the core that has most: enough to tell which one a busy device interrupts. */
    private static final long ENOUGH = 500;
    private static final long STEP_MILLIS = 20;
    private static final int MOST_STEPS = 100;

    private Interrupts() {}

    /** The core that devices interrupt least from now on, for as long as it takes to tell. */
    static int quietestCore() throws IOException, InterruptedException {
        long[] before = perCore();
        long[] since = new long[before.length];
        for (int step = 0; step < MOST_STEPS
                && Arrays.stream(since).max().orElse(0) < ENOUGH; step++) {
            Thread.sleep(STEP_MILLIS);
            long[] now = perCore();
            Arrays.setAll(since, core -> now[core] - before[core]);
        }
        int quietest = 0;
        for (int core = 1; core < since.length; core++) {
            if (since[core] < since[quietest]) {
                quietest = core;
            }
        }
        return quietest;
    }

    /** The first line names the cores; those of devices begin with a number, not with letters. */
    private static long[] perCore() throws IOException {
        long[] counts = null;
        for (String line : Files.readAllLines(FILE)) {
            String[] words = line.trim().split("\\s+");
            if (counts == null) {
                counts = new long[words.length];
            } else if (words[0].matches("\\d+:")) {
                for (int core = 0; core < counts.length && core + 1 < words.length; core++) {
                    counts[core] += Long.parseLong(words[core + 1]);
                }
            }
        }
        return counts;
    }
}
