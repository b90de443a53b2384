// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands for a JVM that runs. */
class LiveTest {
    private static final String ATTACHED = "jdhat: Attached to a running JVM: t-end is what was"
            + " allocated since the start and still there; older blocks are not known";

    @ParameterizedTest
    @EnumSource
    void startDumpStop(Jvm jvm) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Small", "wait").start()) {
            target.awaitLine("ready");
            Path folder = target.folder();
            String pid = Long.toString(target.pid());
            assertEquals("jdhat is not in process " + pid + "\n",
                    Jdhat.end(1, folder, "status", pid).out());
            assertEquals("jdhat: process " + pid + " records to " + folder + "/r.jdhat; end it"
                    + " with: jdhat stop " + pid + "\n",
                    Jdhat.end(0, folder, "start", pid, "--interval=exact", "--file=r.jdhat",
                            "--gc=on").err());
            target.send("go on");
            target.awaitLine("worked");
            String status = Jdhat.end(0, folder, "status", pid).out();
            assertTrue(status.startsWith("jdhat 0.1.0 records in process " + pid + " for "),
                    status);
            assertTrue(status.contains("\nInterval:   every block\n"), status);
            check(Jdhat.end(0, folder, "dump", pid, "-o", "dump.json"),
                    folder.resolve("dump.json"));
            check(Jdhat.end(0, folder, "stop", pid, "-o", "stop.json"),
                    folder.resolve("stop.json"));
            assertEquals("jdhat 0.1.0 is in process " + pid + " and does not record\n",
                    Jdhat.end(1, folder, "status", pid).out());
            assertEquals("jdhat stop: process " + pid + ": nothing is being recorded; start it"
                    + " first\n", Jdhat.end(3, folder, "stop", pid).err());
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
            assertEquals("ready\nworked\nover\n", target.out());
        }
    }

    private static void check(Child jdhat, Path json) {
        assertEquals(ATTACHED, jdhat.err().lines().findFirst().orElse(""));
        RecordedProfile.ofReport(json).through("Small.work").of("Thing").total().is(1000, 24_000);
    }

    @Test
    void attachForAWhile() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Churn").options("-Xmx64m").start()) {
            target.awaitLine("ready");
            Child attach = Jdhat.end(0, target.folder(), "attach", Long.toString(target.pid()),
                    "--duration=1s", "-o", "a.json");
            List<String> lines = attach.err().lines().toList();
            assertEquals("jdhat: process " + target.pid() + " is being recorded to jdhat-"
                    + target.pid() + ".jdhat; Ctrl-C ends it and reports", lines.get(0));
            assertEquals(ATTACHED, lines.get(1));
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("jdhat: Largest at t-end:")),
                    attach.err());
            assertTrue(target.child().isAlive());
            Path json = target.folder().resolve("a.json");
            RecordedProfile profile = RecordedProfile.ofReport(json);
            assertTrue(profile.through("Churn.round").total().blocks() > 0, attach.err());
            target.child().terminate();
            assertEquals(143, target.await());
        }
    }

    @Test
    void attachingAgainKeepsTheFirstRecording() throws IOException {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").start()) {
            target.awaitLine("ready");
            Path first = target.folder().resolve("jdhat-" + target.pid() + ".jdhat");
            byte[] before = {};
            for (String number : List.of("", "-2", "-3")) {
                Child attach = Jdhat.end(0, target.folder(), "attach",
                        Long.toString(target.pid()), "--duration=1ms", "-o", "a.json");
                assertTrue(attach.err().startsWith("jdhat: process " + target.pid()
                        + " is being recorded to jdhat-" + target.pid() + number + ".jdhat; "),
                        attach.err());
                before = number.isEmpty() ? Files.readAllBytes(first) : before;
            }
            assertArrayEquals(before, Files.readAllBytes(first));
        }
    }

    @Test
    void attachUntilCtrlC() {
        attach((target, attach) -> {
            target.send("go on");
            target.awaitLine("worked");
            attach.signal("INT");
        });
    }

    @Test
    void attachUntilTheProgramEnds() {
        attach((target, attach) -> {
            target.send("go on");
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
        });
    }

    private interface Ending {
        void bring(Target target, Child attach);
    }

    private static void attach(Ending ending) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").start()) {
            target.awaitLine("ready");
            try (Child attach = Jdhat.start(target.folder(), "attach",
                    Long.toString(target.pid()), "--interval=exact", "-o", "a.json")) {
                attach.awaitErr("is being recorded to");
                ending.bring(target, attach);
                assertEquals(0, attach.await(), attach.toString());
            }
            RecordedProfile.ofReport(target.folder().resolve("a.json"))
                    .through("Small.work").of("Thing").total().is(1000, 24_000);
        }
    }

    /** An agent that came with the JVM is there for every command, too. */
    @Test
    void stopOfAnAgentThatWasThereFromTheStart() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait")
                .agentPath("interval=0,file=recording.jdhat")
                .start()) {
            target.awaitLine("ready");
            target.send("go on");
            target.awaitLine("worked");
            String pid = Long.toString(target.pid());
            Jdhat.end(0, target.folder(), "status", pid);
            Jdhat.end(0, target.folder(), "stop", pid, "-o", "s.json");
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
            assertEquals("", target.err());
            assertFalse(Files.exists(target.folder().resolve("dhat-heap.json")));
            RecordedProfile profile =
                    RecordedProfile.ofReport(target.folder().resolve("s.json"));
            assertTrue(profile.info().exact());
            profile.through("Small.work").of("Thing").total().is(1000, 24_000);
        }
    }

    @Test
    void byTheNameOfTheMainClass() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Named").start()) {
            target.awaitLine("ready");
            assertEquals("jdhat is not in process " + target.pid() + "\n",
                    Jdhat.end(1, target.folder(), "status", "programs.Named").out());
            Jdhat.end(0, target.folder(), "start", "programs.Named", "--file=r.jdhat");
            viewAndLeaks(target, "programs.Named");
            target.send("go on");
            target.awaitLine("over");
            assertEquals("jdhat status: no JVM has 'NoSuchMainClass' in the name of its main"
                    + " class; 'jdhat ps' lists them\n",
                    Jdhat.end(3, target.folder(), "status", "NoSuchMainClass").err());
        }
    }

    /** They know a JVM by its name as the others do, and dump says it all to stdout. */
    private static void viewAndLeaks(Target target, String name) {
        Path recording = target.folder().resolve("r.jdhat");
        assertEquals("jdhat leaks: " + recording + " saw no collection yet, and only a collection"
                + " shows what is live; let the program run on, or force some: jcmd "
                + target.pid() + " GC.run\n",
                Jdhat.end(3, target.folder(), "leaks", name).err());
        try (Child view = Jdhat.start(target.folder(), "view", name, "--no-open")) {
            view.awaitOut("until Ctrl-C\n");
            assertTrue(view.out().startsWith("jdhat: r.jdhat is at http://127.0.0.1:"),
                    view.out());
            view.signal("INT");
            assertEquals(0, view.await(), view.toString());
        }
        Child dump = Jdhat.end(0, target.folder(), "dump", name, "-o", "-");
        assertTrue(dump.out().startsWith("{\"dhatFileVersion\":2"), dump.out());
        assertEquals("", dump.err());
        assertEquals("jdhat dump: cannot write /no/such/x.json: there is no such folder; the"
                + " recording is r.jdhat\n",
                Jdhat.end(3, target.folder(), "dump", name, "-o", "/no/such/x.json").err());
        assertEquals("jdhat dump: " + recording + " is an input and the output; name another"
                + " output; the recording is r.jdhat\n",
                Jdhat.end(2, target.folder(), "dump", name, "-o", "r.jdhat").err());
    }

    @Test
    @ResourceLock(Jvm.ALL)
    void psSaysWhatIsInEach() {
        try (Target none = TestJvm.on(Jvm.JDK_17, "Small", "wait").start();
                Target idle = TestJvm.on(Jvm.JDK_25.home().isPresent() ? Jvm.JDK_25 : Jvm.JDK_17,
                        "Small", "wait").agentPath("start=idle").start();
                Target busy = TestJvm.on(Jvm.JDK_17, "Small", "wait").recording().start()) {
            for (Target target : List.of(none, idle, busy)) {
                target.awaitLine("ready");
            }
            List<String> lines = Jdhat.end(0, none.folder(), "ps").out().lines().toList();
            assertTrue(lines.get(0).matches(" *PID +JAVA +JDHAT +MAIN CLASS"), lines.toString());
            row(lines, none, "no");
            row(lines, idle, "idle");
            row(lines, busy, "recording");
            String json = Jdhat.end(0, none.folder(), "ps", "--json").out();
            assertTrue(json.contains("\"pid\" : " + busy.pid()), json);
        }
    }

    private static void row(List<String> lines, Target target, String state) {
        String pattern = " *" + target.pid() + " +\\S+ +" + state
                + " +dev\\.jdhat\\.tests\\.programs\\.Small.*";
        assertTrue(lines.stream().anyMatch(line -> line.matches(pattern)),
                pattern + " is in: " + String.join("\n", lines));
    }
}
