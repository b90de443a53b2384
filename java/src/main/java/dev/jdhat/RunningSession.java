// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.agent.AgentCalls;
import dev.jdhat.agent.SelfAttach;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** The one session of this JVM, as one of its users sees it. */
final class RunningSession {
    /** Recordings of testing profilers; deleted by whoever leaves the session last. */
    private static final String TEMPORARY = "jdhat-testing-";

    private final long number;
    private final Path file;
    private final long interval;
    private final String record;
    private final int depth;
    private final boolean joined;

    private RunningSession(Map<String, String> reply) {
        number = Long.parseLong(reply.get("session"));
        file = Path.of(reply.get("file")).toAbsolutePath();
        String said = reply.get("interval");
        interval = said.equals("auto") ? ProfilerBuilder.AUTO : Long.parseLong(said);
        depth = Integer.parseInt(reply.get("depth"));
        record = reply.get("record");
        joined = "yes".equals(reply.get("joined"));
    }

    /** Starts the session, or becomes one more user of the one that runs. */
    static RunningSession join(String options) {
        RunningSession session = new RunningSession(SelfAttach.run("start,join=on" + options));
        AgentCalls.bind();
        return session;
    }

    /** The session that runs, which stays its owner's. */
    static RunningSession require(String doing) {
        Map<String, String> reply = AgentCalls.bind() ? SelfAttach.run("status") : Map.of();
        if (!"recording".equals(reply.get("state"))) {
            throw new IllegalStateException(doing + " when no profiler is running");
        }
        return new RunningSession(reply);
    }

    static Path temporaryFile() {
        return Path.of(System.getProperty("java.io.tmpdir"), TEMPORARY
                + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime())
                + ".jdhat");
    }

    /** Whether the session was there already. */
    boolean joined() {
        return joined;
    }

    Path file() {
        return file;
    }

    /**
     * Mean bytes between samples; 0 when every block is seen, {@link ProfilerBuilder#AUTO} when
     * it follows the program.
     */
    long interval() {
        return interval;
    }

    int depth() {
        return depth;
    }

    boolean records(Unit unit) {
        return record.equals("both") || record.equals(unit == Unit.HEAP ? "heap" : "ad-hoc");
    }

    /** A clock point now, and the profile up to it. */
    Profile profile(Unit unit) {
        if (!records(unit)) {
            throw new IllegalStateException(unit == Unit.HEAP
                    ? "getting heap stats while doing ad hoc profiling"
                    : "getting ad hoc stats while doing heap profiling");
        }
        return own(() -> {
            SelfAttach.run("dump");
            return read(ProfileOptions.defaults().withUnit(unit));
        });
    }

    /** The profile as the recording stands. */
    Profile read(ProfileOptions options) {
        return own(() -> {
            try (Recording recording = Recording.open(file)) {
                return ProfileBuilder.build(recording, options);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Map<String, String> run(String command) {
        return own(() -> SelfAttach.run(command));
    }

    /** The last user of a session that the library started ends it. */
    void leave() {
        own(() -> {
            Map<String, String> reply = SelfAttach.run("leave=" + number);
            if ("yes".equals(reply.get("stopped"))
                    && file.getFileName().toString().startsWith(TEMPORARY)) {
                delete();
            }
            return null;
        });
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /** What the library itself allocates meanwhile is not the program's, and is not counted. */
    static <T> T own(Supplier<T> work) {
        boolean before = AgentCalls.own(true);
        try {
            return work.get();
        } finally {
            AgentCalls.own(before);
        }
    }

    /** A value of the agent's option language: a comma is escaped, ends of lines are not kept. */
    static String escaped(String value) {
        String line = value.replace('\n', ' ').replace('\r', ' ').replace(",", "\\,");
        return line.endsWith("\\") ? line + " " : line;
    }
}
