// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks at a process before anyone attaches to it. Attaching begins with SIGQUIT, which ends a
 * process that does not expect it, so a process that is no JVM must never get that far.
 */
final class ProcessProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long STEP_MILLIS = 50;
    private static final long SIGQUIT_BIT = 1L << 2;

    private final long pid;

    ProcessProbe(long pid) {
        this.pid = pid;
    }

    /**
     * Returns when the process can be attached to; a JVM that is still starting gets a few seconds.
     */
    void awaitReady() {
        if (pid == ProcessHandle.current().pid()) {
            throw BadLuck.ourselves(pid);
        }
        checkOwner();
        checkState();
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow(() -> BadLuck.gone(pid));
            boolean jvm = isJvm();
            if (jvm && expectsSignal()) {
                return;
            }
            if (!jvm && !isYoung(process)) {
                throw BadLuck.notJvm(pid);
            }
            if (Instant.now().isAfter(end)) {
                throw jvm ? BadLuck.booting(pid) : BadLuck.notJvm(pid);
            }
            pause();
        }
    }

    private void checkOwner() {
        String owner =
                ProcessHandle.of(pid)
                        .orElseThrow(() -> BadLuck.gone(pid))
                        .info()
                        .user()
                        .orElse(null);
        String user = ProcessHandle.current().info().user().orElse(null);
        if (owner != null && user != null && !owner.equals(user) && !user.equals("root")) {
            throw BadLuck.otherUser(pid, owner, user);
        }
    }

    // Both would show only after several signals, each of which makes the JVM print all its stacks.
    private void checkState() {
        if (lines("status").stream().anyMatch(line -> line.matches("State:\\s+[Tt].*"))) {
            throw BadLuck.stopped(pid);
        }
        if (lines("cmdline").stream()
                .anyMatch(line -> line.contains("\0-XX:+DisableAttachMechanism\0"))) {
            throw BadLuck.attachDisabled(pid);
        }
    }

    private static boolean isYoung(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> start.isAfter(Instant.now().minus(PATIENCE)))
                .orElse(false);
    }

    // Where there is no /proc, the attach provider of the JDK is left to find out.
    private boolean isJvm() {
        return !Files.exists(Path.of("/proc", Long.toString(pid)))
                || lines("maps").stream().anyMatch(line -> line.contains("/libjvm.so"));
    }

    private boolean expectsSignal() {
        for (String line : lines("status")) {
            if (line.startsWith("SigCgt:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGQUIT_BIT) != 0;
            }
        }
        return true;
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), name), ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
