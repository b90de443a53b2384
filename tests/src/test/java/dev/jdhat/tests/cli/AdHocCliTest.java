// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.export.DhatReader;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Unit;
import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.DhView;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line for a program that has ad hoc events: 30 units in 10 of kind "polled". */
class AdHocCliTest {
    private static final String EVENTS = "jdhat: Total:      30 units in 10 events";
    private static final List<String> LARGEST = List.of("jdhat: Largest over the run:",
            "jdhat:  100.0 %  30 units in 10 events of kind polled",
            "jdhat:           dev.jdhat.tests.programs.api.Emits.poll (Emits.java:21)");

    private final Path folder = Built.folder("ad-hoc");

    @ParameterizedTest
    @EnumSource
    void runOfBoth(Jvm jvm) {
        List<String> lines = run("both", emits(jvm));
        Path recording = Folder.only(folder, ".jdhat");
        assertEquals(List.of("dhat-ad-hoc.json", "dhat-heap.json",
                recording.getFileName().toString()), Folder.files(folder));
        checkEvents("dhat-ad-hoc.json");
        checkBlocks("dhat-heap.json");
        int events = lines.indexOf(EVENTS);
        assertEquals(saved("dhat-ad-hoc.json"), lines.get(events + 1), lines.toString());
        assertEquals("jdhat: The recording is " + recording.getFileName(), lines.get(events + 2));
        assertTrue(lines.subList(0, events).contains(saved("dhat-heap.json")), lines.toString());
        assertTrue(lines.contains("jdhat: Largest at t-end:"), lines.toString());
        assertEquals(LARGEST, lines.subList(lines.size() - 3, lines.size()));
    }

    @Test
    void runOfEventsOnly() {
        List<String> lines = run("ad-hoc", emits(Jvm.JDK_17));
        String recording = Folder.only(folder, ".jdhat").getFileName().toString();
        assertEquals(List.of("dhat-ad-hoc.json", recording), Folder.files(folder));
        checkEvents("dhat-ad-hoc.json");
        assertEquals(List.of(EVENTS, saved("dhat-ad-hoc.json"),
                "jdhat: The recording is " + recording, LARGEST.get(0), LARGEST.get(1),
                LARGEST.get(2)), lines);
    }

    /** A file for the events is written also when there are none: an old one is not theirs. */
    @Test
    void runOfAProgramWithoutEvents() {
        List<String> lines = run("both", Jdhat.program(Jvm.JDK_17, "Small"));
        assertTrue(lines.contains("jdhat: Total:      0 units in 0 events"), lines.toString());
        assertEquals("jdhat: Largest over the run: nothing was there",
                lines.get(lines.size() - 1));
        assertEquals(List.of(), read("dhat-ad-hoc.json").points());
    }

    @Test
    void runOfSeveralJvms() {
        String emits = String.join(" ", emits(Jvm.JDK_17));
        List<String> lines = run("both", "sh", "-c", emits + "; " + emits);
        assertEquals("jdhat: 2 JVMs, figures in bytes, and their ad hoc events:", lines.get(0));
        assertTrue(lines.get(1).matches(
                "jdhat: +PID +TOTAL +AT T-GMAX +AT T-END +UNITS +EVENTS +MAIN CLASS"),
                lines.get(1));
        assertTrue(lines.get(2).matches(
                "jdhat: +\\d+( +[0-9,]+){3} +30 +10 +dev\\.jdhat\\.tests.*"), lines.get(2));
        assertEquals("jdhat: The data has been saved to dhat-heap-PID.json and"
                + " dhat-ad-hoc-PID.json, and is viewable with dh_view.html", lines.get(4));
        assertEquals(2, Folder.files(folder).stream()
                .filter(name -> name.matches("dhat-ad-hoc-\\d+\\.json")).count());
        assertEquals(6, Folder.files(folder).size(), Folder.files(folder).toString());
    }

    @Test
    void runOfSeveralJvmsWithEventsOnly() {
        String emits = String.join(" ", emits(Jvm.JDK_17));
        List<String> lines = run("ad-hoc", "sh", "-c", emits + "; " + emits);
        assertEquals("jdhat: 2 JVMs and their ad hoc events:", lines.get(0));
        assertTrue(lines.get(1).matches("jdhat: +PID +UNITS +EVENTS +MAIN CLASS"), lines.get(1));
        assertEquals("jdhat: The data has been saved to dhat-ad-hoc-PID.json, and is viewable with"
                + " dh_view.html", lines.get(4));
        assertEquals(4, Folder.files(folder).size(), Folder.files(folder).toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void startMarkDumpStop(Jvm jvm) {
        try (Target target = waiting(jvm)) {
            String pid = Long.toString(target.pid());
            jdhat("start", pid, "--record=both", "--interval=exact", "--file=r.jdhat");
            String status = jdhat("status", pid).out();
            assertTrue(status.contains("\nRecords:    allocations and ad hoc events\n"), status);
            assertTrue(jdhat("mark", pid, "ready, as \\it is").err().matches("jdhat: process " + pid
                    + ": 'ready, as \\\\it is' is marked \\d+\\.\\d s after the start of the"
                    + " recording\n"));
            target.send("go on");
            target.awaitLine("worked");
            assertTrue(jdhat("dump", pid).err().contains(EVENTS + "\n"));
            checkEvents("dhat-ad-hoc.json");
            checkBlocks("dhat-heap.json");
            jdhat("stop", pid, "-o", "stop.json");
            checkEvents("stop-ad-hoc.json");
            checkBlocks("stop.json");
            String shown = jdhat("show", "stop-ad-hoc.json").out();
            assertTrue(shown.contains("\nMark:       ready, as \\it is, "), shown);
        }
    }

    @Test
    void attachForEventsOnly() {
        try (Target target = waiting(Jvm.JDK_17);
                Child attach = Jdhat.start(folder, "attach", Long.toString(target.pid()),
                        "--record=ad-hoc")) {
            attach.awaitErr("is being recorded to");
            target.send("go on");
            target.awaitLine("worked");
            attach.signal("INT");
            assertEquals(0, attach.await(), attach.toString());
            List<String> lines = attach.err().lines().toList();
            assertEquals(List.of(EVENTS, saved("dhat-ad-hoc.json"), LARGEST.get(0), LARGEST.get(1),
                    LARGEST.get(2)), lines.subList(1, lines.size()));
            checkEvents("dhat-ad-hoc.json");
        }
    }

    /** The agent's own report at the end of the program goes to the place that `start` names. */
    @Test
    void startForEventsUntilTheProgramEnds() {
        try (Target target = waiting(Jvm.JDK_17)) {
            jdhat("start", Long.toString(target.pid()), "--record=ad-hoc", "--file=r.jdhat");
            target.send("go on");
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
        }
        assertEquals(List.of("dhat-ad-hoc.json", "r.jdhat"), Folder.files(folder));
        checkEvents("dhat-ad-hoc.json");
    }

    @Test
    void aMarkNeedsARecording() {
        try (Target target = waiting(Jvm.JDK_17)) {
            String pid = Long.toString(target.pid());
            assertEquals("jdhat mark: jdhat is not in process " + pid + "; start it with: jdhat"
                    + " start " + pid + "\n", Jdhat.end(3, folder, "mark", pid, "x").err());
            jdhat("start", pid, "--file=r.jdhat");
            jdhat("mark", pid, "x".repeat(255));
            jdhat("stop", pid);
            assertEquals("jdhat mark: process " + pid + ": nothing is being recorded; start it"
                    + " first\n", Jdhat.end(3, folder, "mark", pid, "x").err());
        }
    }

    private Target waiting(Jvm jvm) {
        Target target = TestJvm.on(jvm, "api.Emits", "wait").withLibrary().in(folder).start();
        target.awaitLine("ready");
        return target;
    }

    private Child jdhat(String... arguments) {
        return Jdhat.end(0, folder, arguments);
    }

    /** What `jdhat run` says of the command. */
    private List<String> run(String record, String... command) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--interval=exact", "--record=" + record, "--"));
        arguments.addAll(List.of(command));
        return jdhat(arguments.toArray(String[]::new)).err().lines()
                .filter(line -> line.startsWith("jdhat: ")).toList();
    }

    private static String[] emits(Jvm jvm) {
        String[] command = Jdhat.program(jvm, "api.Emits");
        int path = List.of(command).indexOf("-cp") + 1;
        command[path] += ":" + Built.jar();
        return command;
    }

    private static String saved(String name) {
        return "jdhat: The data has been saved to " + name + ", and is viewable with dh_view.html";
    }

    private void checkEvents(String name) {
        Profile profile = read(name);
        assertEquals(Unit.AD_HOC, profile.info().unit());
        assertEquals(1, profile.points().size());
        ProgramPoint point = profile.points().get(0);
        assertEquals(Figure.of(30, 10), point.total());
        assertEquals(List.of("polled (ad hoc)",
                "dev.jdhat.tests.programs.api.Emits.poll (Emits.java:21)",
                "dev.jdhat.tests.programs.api.Emits.work (Emits.java:35)"),
                point.frames().subList(0, 3));
        if (DhView.isThere()) {
            String page = DhView.underNode(folder.resolve(name)).text();
            assertTrue(page.contains(" 30 units (100%"), page);
        }
    }

    private Profile read(String name) {
        try {
            return DhatReader.read(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkBlocks(String name) {
        RecordedProfile profile = RecordedProfile.ofReport(folder.resolve(name));
        assertEquals(Unit.HEAP, profile.info().unit());
        profile.through("api.Blocks.of").of("byte[]").atEnd().is(100, 100_000);
    }
}
