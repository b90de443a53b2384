// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.agent.AgentFile;
import dev.jdhat.agent.Release;
import dev.jdhat.agent.SelfAttach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The agent: where its library is, and the in-process door. */
public final class Agent {
    private Agent() {
    }

    /** Version of the library and of the agent that it brings, as in {@code 0.1.0}. */
    public static String version() {
        return Release.version();
    }

    /**
     * A stable path of the extracted library, for {@code -agentpath:}.
     *
     * @throws IOException when there is no agent for this platform, or no place to put it
     */
    public static Path path() throws IOException {
        return AgentFile.path();
    }

    /**
     * Runs one command of the agent inside this JVM: {@code start,interval=0}, {@code stop} and so
     * on, in the agent's option language.
     *
     * @return what the agent answered, key by key
     * @throws IllegalStateException with the agent's message
     */
    public static Map<String, String> attachSelf(String options) {
        return SelfAttach.run(Objects.requireNonNull(options));
    }
}
