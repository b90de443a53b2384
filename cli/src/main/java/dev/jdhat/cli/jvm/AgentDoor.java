// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import dev.jdhat.Agent;
import dev.jdhat.cli.CommandFailed;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The attach door of a running JVM: sends commands to the agent in it and brings its answers. Links
 * only where the module jdk.attach is, which {@link Jvms} makes sure of.
 */
public final class AgentDoor implements AutoCloseable {
    /** The system property by which an agent makes itself known in its JVM. */
    public static final String AGENT_PROPERTY = "dev.jdhat.agent";

    private static final int OLDEST_JAVA = 11;

    private final long pid;
    private final VirtualMachine vm;
    private final Properties properties;
    private final Path folder;
    private boolean present;

    private AgentDoor(long pid, VirtualMachine vm, Properties properties, Path folder) {
        this.pid = pid;
        this.vm = vm;
        this.properties = properties;
        this.folder = folder;
        this.present = !property(AGENT_PROPERTY).isEmpty();
    }

    /** Attaches to process {@code pid}; fails with the reason when that cannot be. */
    public static AgentDoor open(long pid) {
        new ProcessProbe(pid).awaitReady();
        VirtualMachine vm = attach(pid);
        try {
            Properties properties = vm.getSystemProperties();
            checkJvm(pid, properties);
            return new AgentDoor(pid, vm, properties, replyFolder(pid));
        } catch (IOException e) {
            detach(vm);
            throw BadLuck.silent(pid);
        } catch (CommandFailed e) {
            detach(vm);
            throw e;
        }
    }

    public long pid() {
        return pid;
    }

    /** A system property of the target, "" where it has none. */
    public String property(String name) {
        return properties.getProperty(name, "");
    }

    /** Whether some jdhat is in the target already. */
    public boolean agentPresent() {
        return present;
    }

    /** Sends a command to an agent that must be there. */
    public Reply ask(Path library, AgentString command) {
        if (!present) {
            throw BadLuck.notLoaded(pid);
        }
        return send(library, command);
    }

    /**
     * Sends a command, loading the agent where it is not there yet; fails with the agent's own
     * sentence.
     */
    public Reply send(Path library, AgentString command) {
        if (present) {
            checkVersion(exchange(library, AgentString.command("status")));
        }
        Reply reply = exchange(library, command);
        present = true;
        checkVersion(reply);
        if (!reply.ok()) {
            throw new CommandFailed("process " + pid + ": " + reply.value("message"));
        }
        return reply;
    }

    /** The recording that {@code reply} names, as seen from here. */
    public Path recording(Reply reply) {
        return Path.of(property("user.dir")).resolve(reply.value("file"));
    }

    @Override
    public void close() {
        detach(vm);
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // A few bytes stay in the folder for temporary files; nothing depends on them.
        }
    }

    private Reply exchange(Path library, AgentString command) {
        Path answer = folder.resolve("reply");
        try {
            Files.deleteIfExists(answer);
            load(library, command.with("reply", answer).text(folder), answer);
            Reply reply = Reply.read(answer);
            if (reply == null) {
                throw BadLuck.noAnswer(pid);
            }
            return reply;
        } catch (IOException e) {
            throw ProcessHandle.of(pid).isPresent() ? BadLuck.silent(pid) : BadLuck.gone(pid);
        }
    }

    private void load(Path library, String options, Path answer) throws IOException {
        try {
            vm.loadAgentPath(library.toString(), options);
        } catch (AgentLoadException e) {
            String reason = String.valueOf(e.getMessage());
            throw reason.contains("Dynamic agent loading is not enabled")
                    ? BadLuck.loadingDisabled(pid)
                    : BadLuck.notLoadable(pid, library.toString(), reason);
        } catch (AgentInitializationException e) {
            // The agent says no in its answer as well, and in better words than a number.
            if (!Files.exists(answer)) {
                throw BadLuck.notLoadable(
                        pid, library.toString(), "it returned " + e.returnValue());
            }
        }
    }

    private void checkVersion(Reply reply) {
        String theirs = reply.value("version");
        if (!theirs.isEmpty() && !theirs.equals(Agent.version())) {
            throw BadLuck.otherVersion(pid, theirs, Agent.version());
        }
    }

    private static VirtualMachine attach(long pid) {
        try {
            return VirtualMachine.attach(Long.toString(pid));
        } catch (AttachNotSupportedException e) {
            throw String.valueOf(e.getMessage()).contains("does not support the attach mechanism")
                    ? BadLuck.attachDisabled(pid)
                    : BadLuck.silent(pid);
        } catch (IOException e) {
            throw ProcessHandle.of(pid).isPresent() ? BadLuck.silent(pid) : BadLuck.gone(pid);
        }
    }

    private static void checkJvm(long pid, Properties properties) {
        String version = properties.getProperty("java.specification.version", "");
        String feature = version.startsWith("1.") ? version.substring(2) : version;
        if (feature.matches("\\d{1,4}") && Integer.parseInt(feature) < OLDEST_JAVA) {
            throw BadLuck.tooOld(pid, feature);
        }
        String name = properties.getProperty("java.vm.name", "");
        if (name.contains("OpenJ9")) {
            throw BadLuck.otherVm(pid, name);
        }
    }

    // The target writes its answer there, so the folder must be its user's when root asks.
    private static Path replyFolder(long pid) throws IOException {
        Path folder = Files.createTempDirectory("jdhat-");
        Path process = Path.of("/proc", Long.toString(pid));
        if (Files.exists(process)
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                && !Files.getOwner(process).equals(Files.getOwner(folder))) {
            Files.setOwner(folder, Files.getOwner(process));
        }
        return folder;
    }

    private static void detach(VirtualMachine vm) {
        try {
            vm.detach();
        } catch (IOException e) {
            // The target is gone, or going: there is nothing left to detach from.
        }
    }
}
