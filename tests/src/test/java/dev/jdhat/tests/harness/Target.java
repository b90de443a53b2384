// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A JVM that runs a test program: a process, its folder and the files in it. */
public final class Target implements AutoCloseable {
    private final Child child;
    private final Path folder;
    private int replies;

    Target(Child child, Path folder) {
        this.child = child;
        this.folder = folder;
    }

    public Child child() {
        return child;
    }

    public long pid() {
        return child.pid();
    }

    public Path folder() {
        return folder;
    }

    public String out() {
        return child.out();
    }

    public String err() {
        return child.err();
    }

    public int await() {
        return child.await();
    }

    public void awaitLine(String line) {
        child.awaitLine(line);
    }

    /** Waits until the line was said so many times. */
    public void awaitLine(String line, int times) {
        child.awaitLine(line, times);
    }

    public void send(String line) {
        child.send(line);
    }

    /** The recording under the name that {@link TestJvm#recording} gives it. */
    public Path recording() {
        return folder.resolve("recording.jdhat");
    }

    /** What the recording says, now. */
    public RecordedProfile profile() {
        return RecordedProfile.of(recording());
    }

    /**
     * Reads the recording while it grows, until the method of a test program has so many blocks.
     */
    public void awaitRecorded(String method, long blocks) {
        String what = blocks + " blocks of " + method + " are in the recording";
        Wait.until(what, Duration.ofSeconds(30), () -> {
            try {
                return profile().through(method).total().blocks() >= blocks;
            } catch (UncheckedIOException e) {
                // Between its creation and its first chunk a file is no recording yet.
                return false;
            }
        });
    }

    /** Sends a command through the attach door, and returns the agent's reply. */
    public Reply attach(String command) {
        return attach(Built.agent(), command);
    }

    /** As above, by the copy of the agent's library that has this path. */
    public Reply attach(Path library, String command) {
        Path file = folder.resolve("reply-" + ++replies);
        tell(library, command + ",reply=" + file);
        try {
            return Reply.read(file);
        } catch (IOException e) {
            throw new AssertionError("No reply to '" + command + "': " + this, e);
        }
    }

    /** Sends a command through the attach door, and asks for no reply. */
    public void tell(String command) {
        tell(Built.agent(), command);
    }

    /** Loads another agent through the attach door, without options. */
    public void attachForeign(Path library) {
        tell(library, "");
    }

    private void tell(Path library, String command) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid()));
            try {
                machine.loadAgentPath(library.toString(), command);
            } finally {
                machine.detach();
            }
        } catch (Exception e) {
            throw new AssertionError("Attaching with '" + command + "' failed: " + this, e);
        }
    }

    /** Starts recording to `recording.jdhat` through the attach door. */
    public Reply startRecording(String options) {
        return attach("start,file=" + recording() + ",report=none," + options).mustBeOk();
    }

    @Override
    public void close() {
        child.close();
    }

    @Override
    public String toString() {
        return child.toString() + "\n--- folder " + folder;
    }
}
