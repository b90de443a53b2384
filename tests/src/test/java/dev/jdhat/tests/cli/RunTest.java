// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static dev.jdhat.tests.harness.Jdhat.program;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** `jdhat run`: the command runs as ever, and each JVM that it starts has a profile. */
class RunTest {
    private static final String NO_JVM = "jdhat: saw no JVM. Either the command starts none, or"
            + " JAVA_TOOL_OPTIONS did not reach it (env -i, sudo, ssh, docker), or a daemon that"
            + " was there before did the work (Gradle, mvnd: stop it first), or it is Java 8,"
            + " another VM than HotSpot, or a native image\n";

    private final Path folder = Built.folder("run");

    @ParameterizedTest
    @EnumSource
    void oneJvm(Jvm jvm) {
        Child run = run(0, Map.of(), List.of("--interval=exact"), program(jvm, "Small"));
        assertEquals("over\n", run.out());
        Path json = folder.resolve("dhat-heap.json");
        Path recording = Folder.only(folder, ".jdhat");
        assertEquals(2, Folder.files(folder).size(), Folder.files(folder).toString());
        RecordedProfile.ofReport(json).through("Small.work").of("Thing").total().is(1000, 24_000);
        RecordedProfile.of(recording).through("Small.work").of("Thing").total().is(1000, 24_000);
        List<String> lines = lines(run);
        assertTrue(lines.get(0).matches("jdhat: Total:      [0-9,]+ bytes in [0-9,]+ blocks"),
                run.err());
        String kind = jvm == Jvm.JRE_11
                ? "jdhat: Note: Java 11 samples no block of a thread after one that had no place in"
                : "jdhat: Figures are exact";
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(kind)), run.err());
        assertTrue(lines.contains("jdhat: The data has been saved to dhat-heap.json, and is"
                + " viewable with dh_view.html"), run.err());
        assertTrue(lines.contains("jdhat: The recording is " + recording.getFileName()), run.err());
        assertTrue(lines.contains("jdhat: Largest at t-gmax:"), run.err());
        assertTrue(lines.contains("jdhat: Largest at t-end:"), run.err());
    }

    /** Nobody chose an interval: a small program is exact. */
    @Test
    void theDefaultIsAuto() {
        Child run = run(0, Map.of(), List.of(), program(Jvm.JDK_17, "Small"));
        RecordedProfile.ofReport(folder.resolve("dhat-heap.json")).through("Small.work").of("Thing")
                .total().is(1000, 24_000);
        assertTrue(lines(run).contains("jdhat: Figures are exact"), run.err());
    }

    @Test
    void severalJvms() {
        Child run = run(7, Map.of(), List.of("--interval=exact"), "sh", "-c",
                line(program(Jvm.JDK_17, "Small")) + "; "
                        + line(program(Jvm.JDK_17, "Endings", "exit")));
        assertEquals("over\n", run.out());
        List<String> files = Folder.files(folder);
        assertEquals(2, files.stream().filter(name -> name.matches("dhat-heap-\\d+\\.json"))
                .count(), files.toString());
        assertEquals(2, files.stream().filter(name -> name.matches("jdhat-\\d+\\.jdhat")).count(),
                files.toString());
        assertEquals(4, files.size(), files.toString());
        files.stream().filter(name -> name.endsWith(".json"))
                .forEach(name -> RecordedProfile.ofReport(folder.resolve(name)));
        assertTrue(run.err().contains("jdhat: 2 JVMs, figures in bytes:\n"), run.err());
        assertTrue(run.err().contains("dev.jdhat.tests.programs.Endings exit\n"), run.err());
        assertTrue(run.err().endsWith("jdhat: The data has been saved to dhat-heap-PID.json, and is"
                + " viewable with dh_view.html\n"), run.err());
    }

    @Test
    void onlyOneOfSeveral() {
        Child run = run(0, Map.of(), List.of("--interval=exact", "--only=Endings"), "sh", "-c",
                line(program(Jvm.JDK_17, "Small")) + "; "
                        + line(program(Jvm.JDK_17, "Endings", "return")));
        RecordedProfile.ofReport(folder.resolve("dhat-heap.json"))
                .through("Endings.kept").of("Thing").total().is(1000, 24_000);
        assertEquals(2, Folder.files(folder).size(), run.err());
    }

    @Test
    void eachOfSeveral() {
        Child run = run(0, Map.of(), List.of("--interval=exact", "--each"), "sh", "-c",
                line(program(Jvm.JDK_17, "Small")) + "; "
                        + line(program(Jvm.JDK_17, "Endings", "return")));
        assertEquals(2, lines(run).stream().filter(line -> line.startsWith("jdhat: Total: "))
                .count(), run.err());
        assertEquals(2, lines(run).stream().filter(line -> line.matches(
                "jdhat: process \\d+: dev.jdhat.tests.programs.\\w+.*")).count(), run.err());
    }

    @Test
    void theExitCodeIsTheCommands() {
        run(7, Map.of(), List.of(), program(Jvm.JDK_17, "Endings", "exit"));
    }

    @Test
    void aCommandWithoutAJvm() {
        assertEquals(NO_JVM, run(3, Map.of(), List.of(), "true").err());
        assertEquals(NO_JVM, run(5, Map.of(), List.of(), "sh", "-c", "exit 5").err());
        assertEquals(List.of(), Folder.files(folder));
    }

    @Test
    void noSuchCommand() {
        String err = run(3, Map.of(), List.of(), "/no/such/command").err();
        assertTrue(err.startsWith("jdhat run: cannot start '/no/such/command': "), err);
        assertEquals(1, err.lines().count(), err);
        assertEquals(List.of(), Folder.files(folder));
    }

    @Test
    void anUnknownOption() {
        String err = run(2, Map.of(), List.of("--intervall=1"), "true").err();
        assertTrue(err.startsWith("jdhat run: Unknown option: '--intervall=1'\n"), err);
    }

    @Test
    void whatIsInTheVariableStays() {
        Child run = run(0, Map.of("JAVA_TOOL_OPTIONS", "-Djdhat.test=kept"), List.of(),
                Jvm.JDK_17.require().resolve("bin/java").toString(), "-XshowSettings:properties",
                "-cp", Built.programs().toString(), "dev.jdhat.tests.programs.Small");
        assertTrue(run.err().contains("    jdhat.test = kept\n"), run.err());
        RecordedProfile.ofReport(folder.resolve("dhat-heap.json"));
    }

    @Test
    void aKilledJvmLeavesItsProfile() {
        try (Child run = start(Map.of(), List.of("--interval=exact"),
                program(Jvm.JDK_17, "Small", "wait"))) {
            run.awaitLine("ready");
            ProcessHandle jvm = ProcessHandle.of(run.pid()).orElseThrow().children().findFirst()
                    .orElseThrow();
            jvm.destroyForcibly();
            assertEquals(137, run.await(), run.toString());
            assertTrue(run.err().contains("jdhat: The recording has no end: the target was killed"
                    + " or is still running\n"), run.err());
            RecordedProfile.ofReport(folder.resolve("dhat-heap.json"));
        }
    }

    private Child run(int code, Map<String, String> variables, List<String> options,
            String... command) {
        return Jdhat.end(code, start(variables, options, command));
    }

    private Child start(Map<String, String> variables, List<String> options, String... command) {
        String[] arguments = Stream.of(Stream.of("run"), options.stream(), Stream.of("--"),
                Stream.of(command)).flatMap(part -> part).toArray(String[]::new);
        return Jdhat.start(Jvm.JDK_17, folder, variables, arguments);
    }

    /** What jdhat says; the JVM has a line of its own for the variable. */
    private static List<String> lines(Child run) {
        return run.err().lines().filter(line -> line.startsWith("jdhat: ")).toList();
    }

    private static String line(String... command) {
        return String.join(" ", command);
    }
}
