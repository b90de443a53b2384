// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kind of contestant: how it is put on a command line, and what it leaves. */
public enum Tool {
    NOTHING {
        @Override
        List<String> jvmOptions(Setting setting, String options) {
            return List.of();
        }
    },
    /** NAME=OPTIONS of an agent that leaves nothing, and ends the JVM when it cannot work. */
    C_AGENT {
        @Override
        List<String> jvmOptions(Setting setting, String options) {
            String[] parts = options.split("=", 2);
            return List.of("-agentpath:" + setting.agent(parts[0]) + "=" + parts[1]);
        }
    },
    /**
     * Without a final collection of its own, which nobody else makes, and without the second JVM
     * that writes the report.
     */
    JDHAT {
        @Override
        List<String> jvmOptions(Setting setting, String options) {
            String file = file(setting).toString().replace(",", "\\,");
            return List.of("-agentpath:" + setting.agent("jdhat") + "=report=none,quiet,gc=off,"
                    + options + ",file=" + file);
        }

        @Override
        Recorded recorded(Setting setting, String output) throws IOException {
            if (output.contains("jdhat: error")) {
                throw new IOException("jdhat complains: " + output);
            }
            return Recorded.byJdhat(file(setting));
        }
    },
    /** Writes its cheapest form unless the options name another: one aggregate, at the end. */
    ASYNC_PROFILER {
        @Override
        List<String> jvmOptions(Setting setting, String options) {
            String format = options.contains("jfr") ? "" : ",collapsed";
            Path library =
                    setting.workloads().resolve("async-profiler/linux-x64/libasyncProfiler.so");
            return List.of("-agentpath:" + library + "=start,event=alloc," + options + format
                    + ",file=" + file(setting));
        }

        @Override
        Recorded recorded(Setting setting, String output) throws IOException {
            // Of live blocks it may rightly write none, so the file alone does not tell.
            if (!output.contains("Profiling started") || output.contains("[ERROR]")) {
                throw new IOException("async-profiler did not start: " + output);
            }
            return Recorded.bySize(Files.size(file(setting)));
        }
    },
    /** With the events for allocations and old objects alone: heap.jfc. */
    JFR {
        @Override
        List<String> jvmOptions(Setting setting, String options) {
            return List.of("-XX:StartFlightRecording=filename=" + file(setting) + ",settings="
                    + setting.root().resolve("tests/bench/heap.jfc"));
        }

        @Override
        Recorded recorded(Setting setting, String output) throws IOException {
            return Recorded.bySize(sizeOf(file(setting)));
        }
    };

    abstract List<String> jvmOptions(Setting setting, String options);

    /** What the run left; throws when it left nothing although it should have. */
    Recorded recorded(Setting setting, String output) throws IOException {
        return Recorded.NOTHING;
    }

    /** Where the tool writes what it knows. */
    public Path file(Setting setting) {
        return setting.runFolder().resolve("recording");
    }

    static long sizeOf(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            throw new IOException("The contestant left no " + file);
        }
        return Files.size(file);
    }
}
