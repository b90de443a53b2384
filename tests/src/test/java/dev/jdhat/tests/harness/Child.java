// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process that a test started: its streams are collected, and closing ends it by its id. */
public final class Child implements AutoCloseable {
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    static {
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final List<String> command;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final Thread outReader;
    private final Thread errReader;
    private final Writer in;

    private Child(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.in = new BufferedWriter(process.outputWriter());
        this.outReader = reader(process.getInputStream(), out);
        this.errReader = reader(process.getErrorStream(), err);
        RUNNING.add(process);
    }

    /** Starts the command in the folder, with nothing of the environment that alters a JVM. */
    public static Child start(List<String> command, Path folder) {
        return start(command, folder, Map.of());
    }

    /** As above, with variables added to the environment. */
    public static Child start(List<String> command, Path folder, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(Set.of(
                "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDHAT_CHILD",
                "NO_COLOR"));
        environment.putAll(variables);
        try {
            return new Child(List.copyOf(command), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String out() {
        return text(out);
    }

    public String err() {
        return text(err);
    }

    /** Sends a line to the standard input. */
    public void send(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new AssertionError("The process takes no input: " + this, e);
        }
    }

    /** Waits until the standard output has the line. */
    public void awaitLine(String line) {
        awaitLine(line, 1);
    }

    /** Waits until the standard output has the line so many times. */
    public void awaitLine(String line, int times) {
        await(out,
                text -> text.endsWith("\n") && text.lines().filter(line::equals).count() >= times,
                "line '" + line + "' (" + times + ")");
    }

    /** Waits until the standard output contains the text. */
    public void awaitOut(String part) {
        await(out, text -> text.contains(part), "'" + part + "' on stdout");
    }

    /** Waits until the standard error stream contains the text. */
    public void awaitErr(String part) {
        await(err, text -> text.contains(part), "'" + part + "' on stderr");
    }

    /** Waits for the end, and returns the exit status. */
    public int await() {
        return await(PATIENCE);
    }

    /** Waits for the end, and returns the exit status; fails when the process runs on. */
    public int await(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("After " + patience + " the process still runs: " + this);
            }
            // A grandchild may hold the streams open; what it writes is no part of the answer.
            outReader.join(2000);
            errReader.join(2000);
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends SIGTERM, and leaves the streams open, which Process.destroy would close. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Sends the signal, for example "STOP", to this process alone. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO().start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        RUNNING.remove(process);
    }

    @Override
    public String toString() {
        return String.join(" ", command) + "\n--- stdout\n" + out() + "\n--- stderr\n" + err();
    }

    private void await(StringBuilder stream, Predicate<String> condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (stream) {
            while (!condition.test(stream.toString())) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || !process.isAlive() && !isReading(stream)) {
                    throw new AssertionError("No " + what + " from: " + this);
                }
                try {
                    stream.wait(Math.min(left, 100));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private boolean isReading(StringBuilder stream) {
        return (stream == out ? outReader : errReader).isAlive();
    }

    private static String text(StringBuilder stream) {
        synchronized (stream) {
            return stream.toString();
        }
    }

    private static Thread reader(InputStream stream, StringBuilder into) {
        Thread thread = new Thread(() -> {
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                char[] chars = new char[4096];
                for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
                    synchronized (into) {
                        into.append(chars, 0, n);
                        into.notifyAll();
                    }
                }
            } catch (IOException e) {
                // The process was ended and its stream closed under the reader.
            }
        }, "stream");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
