// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import dev.jdhat.export.DhatReader;
import dev.jdhat.filter.Filter;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a page of a recording or of a DHAT file and says how long that took; ReportBenchmark makes
 * large ones. Arguments: the file, and the page.
 */
public final class PageBenchmark {
    /** Time of the processor, without that of the collector and the compiler. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PageBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long start = THREADS.getCurrentThreadCpuTime();
        PageData.Builder builder = read(file);
        long read = THREADS.getCurrentThreadCpuTime();
        PageData data = builder.build();
        long packed = THREADS.getCurrentThreadCpuTime();
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            PageTemplate.write(file.getFileName().toString(), data.packed(), out);
        }
        long written = THREADS.getCurrentThreadCpuTime();
        System.out.printf("read %.2f s, folded and packed %.2f s, written %.2f s, page %,d bytes,"
                + " heap %d MiB, %,d sites, %,d folded at %.3g%n", (read - start) / 1e9,
                (packed - read) / 1e9, (written - packed) / 1e9, Files.size(Path.of(args[1])),
                Runtime.getRuntime().totalMemory() >> 20, data.profile().profile().points().size(),
                data.profile().points(), data.threshold());
    }

    private static PageData.Builder read(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            return PageData.of(DhatReader.read(file)).original(file);
        }
        try (Recording recording = Recording.open(file)) {
            return PageData.of(recording, ProfileOptions.defaults(), Filter.ALL);
        }
    }
}
