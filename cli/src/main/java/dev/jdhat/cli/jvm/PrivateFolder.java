// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that only this user may read, for recordings on their way; gone on close when it is
 * empty.
 */
public final class PrivateFolder implements AutoCloseable {
    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /**
     * A new one in {@code parent}, where its files are moved in the end, or else among the
     * temporary files.
     */
    public static PrivateFolder in(Path parent) throws IOException {
        try {
            return new PrivateFolder(Files.createTempDirectory(parent, ".jdhat-"));
        } catch (IOException e) {
            return new PrivateFolder(Files.createTempDirectory("jdhat-"));
        }
    }

    public Path path() {
        return path;
    }

    /** The recordings in it, by name. */
    public List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".jdhat"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /**
     * Removes the options of the agent, and the folder itself unless something else is left in it.
     */
    @Override
    public void close() {
        try (Stream<Path> files = Files.list(path)) {
            List<Path> all = files.collect(Collectors.toList());
            for (Path file : all) {
                if (AgentString.isOptionsFile(file)) {
                    Files.delete(file);
                }
            }
            if (all.stream().allMatch(AgentString::isOptionsFile)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // What cannot be removed stays: it is small, private, and in nobody's way.
        }
    }
}
