// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a command: its streams, environment and working folder. Injected, so that commands
 * are tested in-process.
 *
 * @param terminal whether a person sees the output as it comes: colours and a progress line are of
 *     use
 */
public record Shell(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        boolean terminal) {
    private static final int DEFAULT_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    /** The shell that started this JVM. */
    public static Shell system() {
        return new Shell(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                isTerminal());
    }

    /** The width of the output in columns. */
    public int width() {
        try {
            return Math.max(LEAST_WIDTH, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    /** Why some of the output was lost; empty where none was, or nobody wanted the rest. */
    Optional<IOException> lost() {
        return out instanceof Output ? ((Output) out).lost() : Optional.empty();
    }

    public boolean colours() {
        return terminal
                && !environment.containsKey("NO_COLOR")
                && !"dumb".equals(environment.get("TERM"));
    }

    /** {@code path} as seen from the working folder. */
    public Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    /** {@code path} in the shortest form that is right in the working folder. */
    public String show(Path path) {
        return path.startsWith(folder) && !path.equals(folder)
                ? folder.relativize(path).toString()
                : path.toString();
    }

    // JDK 17 encodes for the locale, so that a dash becomes a question mark under LC_ALL=C.
    private static PrintStream stream(FileDescriptor descriptor) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new Output(new FileOutputStream(descriptor), charset);
    }

    // Since 22 there is a console without a terminal, which Console.isTerminal tells.
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
