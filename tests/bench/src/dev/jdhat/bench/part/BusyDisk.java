// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes to the file system of a folder as fast as it takes, until it is closed. */
final class BusyDisk implements AutoCloseable {
    /**
     * Past the system's cache where the file system allows it, and with a sync each time. It gets
     * the processor time that nobody else wants: this is about the disk. The signal that ends the
     * loop must end the writer, too.
     */
    private static final String WRITE = """
            set -- if=/dev/zero of="$0" bs=1M conv=fsync
            dd "$@" count=1 oflag=direct 2>/dev/null && set -- "$@" oflag=direct
            trap 'kill $!; wait; exit' TERM
            while :; do
                nice -n 19 dd "$@" count=64 2>/dev/null &
                wait
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
        writer.destroy();
        writer.onExit().join();
        Files.deleteIfExists(file);
    }
}
