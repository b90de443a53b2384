// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class BadLuckTest {
    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(
                        BadLuck.gone(7),
                        "no process has the id 7 (any more); 'jdhat ps' lists the JVMs"),
                Arguments.of(
                        BadLuck.ourselves(7),
                        "process 7 is jdhat itself; 'jdhat ps' lists the other JVMs"),
                Arguments.of(
                        BadLuck.notJvm(7),
                        "process 7 is not a HotSpot JVM; 'jdhat ps' lists the JVMs"),
                Arguments.of(
                        BadLuck.otherUser(7, "web", "me"),
                        "process 7 belongs to web and jdhat runs as me; run it as the owner: sudo"
                                + " -u web jdhat …"),
                Arguments.of(
                        BadLuck.booting(7),
                        "process 7 is a JVM that is still starting; try again in a few seconds"),
                Arguments.of(
                        BadLuck.attachDisabled(7),
                        "process 7 does not let anyone attach (-XX:+DisableAttachMechanism); start"
                            + " it without that option, or with -agentpath:$(jdhat agent-path)"),
                Arguments.of(
                        BadLuck.stopped(7),
                        "process 7 is stopped (by SIGSTOP, Ctrl-Z or a debugger) and cannot answer;"
                                + " let it go on: kill -CONT 7"),
                Arguments.of(
                        BadLuck.silent(7),
                        "process 7 does not answer; it is busy, ending, or was started with"
                                + " -XX:+DisableAttachMechanism: try again, or start it with"
                                + " -agentpath:$(jdhat agent-path)"),
                Arguments.of(
                        BadLuck.loadingDisabled(7),
                        "process 7 does not let anyone load an agent"
                                + " (-XX:-EnableDynamicAgentLoading); start it with"
                                + " -XX:+EnableDynamicAgentLoading, or with -agentpath:$(jdhat"
                                + " agent-path)=start=idle"),
                Arguments.of(
                        BadLuck.tooOld(7, "8"),
                        "process 7 runs on Java 8, and jdhat profiles 11 and newer; run the program"
                                + " on a newer JVM"),
                Arguments.of(
                        BadLuck.otherVm(7, "Eclipse OpenJ9 VM"),
                        "process 7 runs on Eclipse OpenJ9 VM, and jdhat profiles HotSpot only; run"
                                + " the program on an OpenJDK build"),
                Arguments.of(
                        BadLuck.notLoadable(7, "/l.so", "no such file"),
                        "process 7 cannot load /l.so (no such file); it must be readable for the"
                                + " user of that process and fit the JVM's architecture"),
                Arguments.of(
                        BadLuck.otherVersion(7, "0.2.0", "0.1.0"),
                        "process 7 holds jdhat 0.2.0 and this is jdhat 0.1.0; use jdhat 0.2.0 for"
                                + " it, or start the process again"),
                Arguments.of(
                        BadLuck.noAnswer(7),
                        "the agent in process 7 was loaded but gave no answer; what it says is on"
                                + " the stderr of that process"),
                Arguments.of(
                        BadLuck.notLoaded(7),
                        "jdhat is not in process 7; start it with: jdhat start 7"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void wordForWord(CommandFailed failure, String sentence) {
        assertEquals(sentence, failure.getMessage());
        assertEquals(ExitCode.FAILED, failure.exitCode());
    }

    @Test
    void aProcessThatIsGone() {
        assertEquals(BadLuck.gone(999_999_999).getMessage(), refusal(999_999_999));
    }

    @Test
    void neverOurselves() {
        long pid = ProcessHandle.current().pid();
        assertEquals(BadLuck.ourselves(pid).getMessage(), refusal(pid));
    }

    @Test
    void aProcessThatIsNoJvmIsLeftAlone() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/maps")), "needs /proc");
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            assertEquals(BadLuck.notJvm(process.pid()).getMessage(), refusal(process.pid()));
            assertEquals(true, process.isAlive());
        } finally {
            process.destroy();
        }
    }

    private static String refusal(long pid) {
        return assertThrows(CommandFailed.class, () -> AgentDoor.open(pid)).getMessage();
    }
}
