// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import dev.jdhat.cli.CommandFailed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A JVM and what it answers when asked.
 *
 * @param java its version, {@code ?} when it does not answer
 * @param agent {@code no}, {@code idle}, {@code recording}, or {@code ?} when it does not answer
 */
public record JvmState(Jvm jvm, String java, String agent) {
    private static final String UNKNOWN = "?";
    private static final long PATIENCE_SECONDS = 3;

    /** Asks all of them at once; one that does not answer in time holds up nobody. */
    public static List<JvmState> ofAll(List<Jvm> jvms, Path library) {
        List<CompletableFuture<JvmState>> answers = new ArrayList<>();
        for (Jvm jvm : jvms) {
            CompletableFuture<JvmState> answer = new CompletableFuture<>();
            Thread thread =
                    new Thread(() -> answer.complete(of(jvm, library)), "jdhat-ps-" + jvm.pid());
            thread.setDaemon(true);
            thread.start();
            answers.add(answer.completeOnTimeout(silent(jvm), PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        return answers.stream()
                .map(CompletableFuture::join)
                .filter(state -> ProcessHandle.of(state.jvm().pid()).isPresent())
                .toList();
    }

    private static JvmState of(Jvm jvm, Path library) {
        try (AgentDoor door = AgentDoor.open(jvm.pid())) {
            String agent =
                    door.agentPresent()
                            ? door.ask(library, AgentString.command("status")).value("state")
                            : "no";
            return new JvmState(jvm, door.property("java.version"), agent);
        } catch (CommandFailed e) {
            return silent(jvm);
        }
    }

    private static JvmState silent(Jvm jvm) {
        return new JvmState(jvm, UNKNOWN, UNKNOWN);
    }
}
