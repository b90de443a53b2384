// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import com.sun.jna.JNIEnv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The in-process door: one command, and the answer that the agent writes to a file. */
public final class SelfAttach {
    private SelfAttach() {
    }

    /**
     * Runs one command of the agent inside this JVM.
     *
     * @throws IllegalStateException with the agent's message
     */
    public static Map<String, String> run(String options) {
        try {
            Path reply = Files.createTempFile("jdhat-reply", ".txt");
            try {
                load();
                int result = AgentLibrary.jdhat_attach(JNIEnv.CURRENT,
                        withReply(options, reply));
                return answer(Files.readAllLines(reply), result);
            } finally {
                Files.deleteIfExists(reply);
            }
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

    static String withReply(String options, Path reply) {
        String escaped = reply.toString().replace(",", "\\,");
        return (options.isEmpty() ? "" : options + ",") + "reply=" + escaped;
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
