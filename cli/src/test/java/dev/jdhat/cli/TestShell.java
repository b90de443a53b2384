// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A shell in memory: runs a command and keeps what it printed. */
public final class TestShell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Shell shell;

    public TestShell(Path folder, Map<String, String> environment) {
        shell = new Shell(stream(out), stream(err), environment, folder.toAbsolutePath(), false);
    }

    public TestShell(Path folder) {
        this(folder, Map.of());
    }

    /** The exit code of {@code jdhat arguments…}. */
    public int run(String... arguments) {
        return Main.run(shell, arguments);
    }

    public Shell shell() {
        return shell;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
