// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command with our own streams, and outlives its Ctrl-C. */
public final class ChildProcess {
    private ChildProcess() {}

    /**
     * Waits for {@code command} and returns its exit code. Ctrl-C reaches the command from the
     * terminal and is left to it; a SIGTERM that comes to us is handed on.
     */
    public static int run(List<String> command, Map<String, String> environment, Path folder)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        Interrupts interrupts = Interrupts.handle(() -> {}, process::destroy);
        try {
            return waitFor(process);
        } finally {
            interrupts.restore();
        }
    }

    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
            }
        }
    }
}
