// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a measured program knows of its own process, and how it tells the benchmark. */
final class Self {
    /** Begins each line that is meant for the benchmark. */
    private static final String MARK = "bench:";
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final long STEP_MILLIS = 20;
    private static final int QUIET_STEPS = 5;
    private static final int MOST_STEPS = 1_000;

    private Self() {}

    static void say(String key, double value) {
        System.out.println(MARK + key + "=" + value);
    }

    /** User and system time of all threads, also of the collector, the compiler and an agent. */
    static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /**
     * Collects, then waits until the process rests: what an agent owes for the blocks so far
     * (deaths to be found, events to be delivered, rows to be written) has then been paid.
     */
    static void settle() throws InterruptedException {
        System.gc();
        int quiet = 0;
        for (int step = 0; step < MOST_STEPS && quiet < QUIET_STEPS; step++) {
            long before = cpuNanos();
            long began = System.nanoTime();
            Thread.sleep(STEP_MILLIS);
            // The clock has ticks of 10 ms, so one may fall into any step.
            boolean rests = cpuNanos() - before <= (System.nanoTime() - began) / 2;
            quiet = rests ? quiet + 1 : 0;
        }
    }

    /** The calling thread keeps to this core from now on, and no other thread of the process. */
    static void runOn(int core) throws IOException, InterruptedException {
        Path self = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
        Process taskset = new ProcessBuilder("taskset", "-cp", Integer.toString(core),
                self.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (taskset.waitFor() != 0) {
            throw new IOException("taskset could not keep a thread to core " + core);
        }
    }

    /** Bytes of a line of /proc/self/status, such as VmRSS or VmHWM. */
    static long memory(String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(key + ":")) {
                return Long.parseLong(line.replaceAll("\\D+", "")) << 10;
            }
        }
        throw new IOException("/proc/self/status has no " + key);
    }
}
