// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that cannot be profiled: one sentence, exit code 3, and the process unharmed. */
class BadLuckTest {
    @ParameterizedTest
    @ValueSource(strings = {"attach", "start", "stop", "dump", "status"})
    void theProcessIsGone(String command) {
        Child gone = Child.start(List.of("true"), Built.folder("gone"));
        gone.await();
        assertSays(command, gone.pid(), "no process has the id " + gone.pid()
                + " (any more); 'jdhat ps' lists the JVMs");
    }

    @Test
    void notAJvm() {
        try (Child sleeper = Child.start(List.of("sleep", "60"), Built.folder("sleeper"))) {
            assertSays("attach", sleeper.pid(), "process " + sleeper.pid()
                    + " is not a HotSpot JVM; 'jdhat ps' lists the JVMs");
            assertTrue(sleeper.isAlive());
        }
    }

    @Test
    void attachIsDisabled() {
        unharmed("-XX:+DisableAttachMechanism", "attach", target -> "process " + target.pid()
                + " does not let anyone attach (-XX:+DisableAttachMechanism); start it without that"
                + " option, or with -agentpath:$(jdhat agent-path)");
    }

    @Test
    void loadingIsDisabled() {
        unharmed("-XX:-EnableDynamicAgentLoading", "start", target -> "process " + target.pid()
                + " does not let anyone load an agent (-XX:-EnableDynamicAgentLoading); start it"
                + " with -XX:+EnableDynamicAgentLoading, or with"
                + " -agentpath:$(jdhat agent-path)=start=idle");
    }

    @Test
    void itIsStopped() {
        unharmed("-Xint", "attach", target -> {
            target.child().signal("STOP");
            return "process " + target.pid() + " is stopped (by SIGSTOP, Ctrl-Z or a debugger) and"
                    + " cannot answer; let it go on: kill -CONT " + target.pid();
        });
    }

    @Test
    void itIsNotInTheProcess() {
        unharmed("-Xint", "stop", target -> "jdhat is not in process " + target.pid()
                + "; start it with: jdhat start " + target.pid());
    }

    private interface Sentence {
        String of(Target target);
    }

    private static void unharmed(String option, String command, Sentence sentence) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").options(option).start()) {
            target.awaitLine("ready");
            assertSays(command, target.pid(), sentence.of(target));
            target.child().signal("CONT");
            target.send("go on");
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
            assertEquals("ready\nworked\nover\n", target.out());
            assertEquals("", target.err());
        }
    }

    private static void assertSays(String command, long pid, String sentence) {
        Child jdhat = Jdhat.end(3, Built.folder("bad-luck"), command, Long.toString(pid));
        assertEquals("", jdhat.out());
        assertEquals("jdhat " + command + ": " + sentence + "\n", jdhat.err());
    }
}
