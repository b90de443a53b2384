// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes to the file system of a folder as fast as it takes, until it is closed. */
final class BusyDisk implements AutoCloseable {
    /** Past the cache of the system where the file system allows it, else with a sync each time. */
    private static final String WRITE = """
            while :; do
                dd if=/dev/zero of="$0" bs=1M count=64 oflag=direct conv=fsync 2>/dev/null ||
                    dd if=/dev/zero of="$0" bs=1M count=64 conv=fsync 2>/dev/null
            done
            """;

    private final Path file;
    private final Process writer;

    BusyDisk(Path folder) throws IOException {
        file = folder.resolve("busy-disk");
        writer = new ProcessBuilder("bash", "-c", WRITE, file.toString()).start();
    }

    @Override
    public void close() throws IOException {
        writer.destroyForcibly().onExit().join();
        writer.descendants().forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(file);
    }
}
