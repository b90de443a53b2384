// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import com.sun.jna.JNIEnv;
import com.sun.jna.Memory;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The in-process door: one command, and the agent's answer. */
public final class SelfAttach {
    private static final String PROPERTY = "dev.jdhat.agent";

    private SelfAttach() {
    }

    /** Whether an agent is in this JVM already, through whatever door and from whatever copy. */
    public static boolean isAgentHere() {
        String[] there = System.getProperty(PROPERTY, "").split(" ", 5);
        return there.length == 5 && there[2].equals(Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * Runs one command of the agent inside this JVM.
     *
     * @throws IllegalStateException with the agent's message
     */
    public static Map<String, String> run(String options) {
        try (Memory reply = new Memory(AgentLibrary.REPLY_MAX)) {
            load();
            int result = AgentLibrary.jdhat_attach(JNIEnv.CURRENT, options, reply,
                    AgentLibrary.REPLY_MAX);
            String text = reply.getString(0, "UTF-8");
            return answer(Arrays.asList(text.split("\n")), result);
        } catch (IOException e) {
            throw new IllegalStateException("The agent cannot be used: " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError e) {
            throw new IllegalStateException("The agent cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void load() throws IOException {
        if (!AgentLibrary.isLoaded()) {
            AgentLibrary.load(AgentFile.path());
        }
        int abi = AgentLibrary.jdhat_abi_version();
        if (abi != Release.ABI_VERSION) {
            throw new IllegalStateException("The agent is version " + AgentLibrary.jdhat_version()
                    + " (ABI " + abi + "), and this library is version " + Release.version()
                    + " (ABI " + Release.ABI_VERSION + "); use the same version of both.");
        }
    }

    static Map<String, String> answer(List<String> lines, int result) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        boolean ok = !lines.isEmpty() && lines.get(0).equals("ok");
        if (!ok) {
            throw new IllegalStateException(values.getOrDefault("message",
                    "The agent gave no answer (result " + result + "); look for its message on"
                            + " stderr."));
        }
        return values;
    }
}
