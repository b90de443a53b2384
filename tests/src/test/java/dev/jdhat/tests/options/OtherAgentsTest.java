// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Compiled;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Reply;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second agent in the JVM: another profiler, or another copy of this one. */
class OtherAgentsTest {
    private static final String HELD = "another agent in this JVM holds heap sampling (only one"
            + " can); stop its allocation profiling or start the JVM without it";

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void anotherProfilerWasFirst(Jvm jvm) {
        jvm.require();
        Target target = TestJvm.on(jvm, "Small")
                .options("-agentpath:" + Compiled.agent("holder"))
                .recording("interval=0")
                .run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: error: " + HELD + "; the program runs on without jdhat\n",
                target.err());
        assertEquals(List.of(), Folder.files(target.folder()));
    }

    @Test
    void anotherProfilerIsThereWhenWeAttach() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait")
                .options("-agentpath:" + Compiled.agent("holder"))
                .start()) {
            target.awaitLine("ready");
            Reply reply = target.attach("start,interval=0,file=recording.jdhat");
            assertFalse(reply.isOk());
            assertEquals(HELD, reply.message());
            assertEquals("free", reply.value("capability"));
            end(target);
            assertEquals(List.of("reply-1"), Folder.files(target.folder()));
        }
    }

    @Test
    void namedTwice() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small")
                .options("-agentpath:" + Built.agent()
                        + "=interval=0,file=recording.jdhat,report=none")
                .agentPath("file=second.jdhat")
                .run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: the agent is named twice on the command line; the second one is"
                + " ignored\n", target.err());
        assertEquals(List.of("recording.jdhat"), Folder.files(target.folder()));
        target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
    }

    /** A copy at another path is another library for the JVM, and the same agent for us. */
    @Test
    void twoCopiesNamed() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small")
                .options("-agentpath:" + copy() + "=interval=0,file=recording.jdhat,report=none")
                .agentPath("file=second.jdhat")
                .run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: jdhat 0.1.0 is in this JVM already; this copy, 0.1.0, stays out of its"
                + " way\n", target.err());
        assertEquals(List.of("recording.jdhat"), Folder.files(target.folder()));
        target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
    }

    @Test
    void aCopyThatComesLaterUsesTheFirst() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").recording("interval=0")
                .start()) {
            target.awaitLine("ready");
            Path copy = copy();
            Reply status = target.attach(copy, "status");
            assertEquals("recording", status.value("state"));
            assertEquals("load", status.value("door"));
            assertEquals("recording.jdhat", status.value("file"));
            target.send("go on");
            target.awaitLine("worked");
            Reply stopped = target.attach(copy, "stop");
            assertEquals("idle", stopped.value("state"));
            assertEquals("done", stopped.value("final_collection"));
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
            assertEquals("", target.err());
            target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
        }
    }

    @Test
    void afterAStopTheCapabilityIsFree() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").recording("interval=0")
                .start()) {
            target.awaitLine("ready");
            assertEquals("held", target.attach("status").value("capability"));
            assertEquals("free", target.attach("stop").value("capability"));
            target.attachForeign(Compiled.agent("holder"));
            Reply reply = target.attach("start,interval=0,file=second.jdhat");
            assertEquals(HELD, reply.message());
            end(target);
        }
    }

    /** What is in a reply is not said on stderr, too. */
    private static void end(Target target) {
        target.send("go on");
        target.send("go on");
        assertEquals(0, target.await(), target.toString());
        assertEquals("ready\nworked\nover\n", target.out());
        assertEquals("", target.err());
    }

    private static Path copy() {
        try {
            Path copy = Built.folder("copy").resolve("libjdhat.so");
            return Files.copy(Built.agent(), copy);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
