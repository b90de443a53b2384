// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** `report` and `show`, on good files and on every kind of bad one. */
class FilesTest {
    private static final Path RECORDINGS = Built.root().resolve("tests/recordings/v1");

    private final Path folder = Built.folder("files");

    @Test
    void reportAndShowAgree() throws IOException {
        Path recording = TestJvm.on(Jvm.JDK_17, "Small").recording("interval=0").run().recording();
        Child report = Jdhat.end(0, folder, "report", recording.toString(), "-o", "r.json");
        Path json = folder.resolve("r.json");
        assertEquals("", report.out());
        assertTrue(report.err().contains("jdhat: Figures are exact\n"), report.err());
        RecordedProfile.ofReport(json).through("Small.work").of("Thing").total().is(1000, 24_000);
        assertEquals(Files.readString(json),
                Jdhat.end(0, folder, "report", recording.toString(), "-o", "-").out());
        String ofRecording = Jdhat.end(0, folder, "show", recording.toString(), "--by=total").out();
        String ofReport = Jdhat.end(0, folder, "show", "r.json", "--by=total").out();
        assertEquals(ofRecording, ofReport);
        assertTrue(ofReport.startsWith("Command:    dev.jdhat.tests.programs.Small\n"), ofReport);
        String tree = Jdhat.end(0, folder, "show", "r.json", "--tree", "--by=total").out();
        assertTrue(tree.contains("dev.jdhat.tests.programs.Thing"), tree);
    }

    /** A recording that ends at any byte is a good one up to there, or is said to be none. */
    @Test
    void aRecordingThatIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(RECORDINGS.resolve("golden.jdhat"));
        for (int length : new int[] {1, 7, 30, 63, 64, 65, 100, whole.length / 2,
            whole.length - 1}) {
            Path cut = folder.resolve("cut-" + length + ".jdhat");
            Files.write(cut, Arrays.copyOf(whole, length));
            try (Child show = Jdhat.start(folder, "show", cut.getFileName().toString())) {
                int code = show.await();
                assertTrue(code == 0 || code == 3, show.toString());
                assertEquals(code == 0 ? 0 : 1, show.err().lines().count(), show.toString());
                assertTrue(code == 0 || show.err().startsWith("jdhat show: " + cut), show.err());
            }
        }
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("empty.jdhat", "is a recording that never got its header (0 of 64"
                        + " bytes): the target ended as it began to record, or the disk was full;"
                        + " record again"),
                Arguments.of("newer.jdhat", "is a recording of format version 2.1, and this jdhat"
                        + " reads version 1.1; use the jdhat that recorded it, or a newer one"),
                Arguments.of("corrupt-header.jdhat", "has a damaged header (its checksum is wrong);"
                        + " take another copy of it or record again"),
                Arguments.of("no-such.jdhat", "does not exist"),
                Arguments.of("README.md", "is neither a recording of jdhat nor a profile in"
                        + " DHAT's format"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aFileThatIsNoRecording(String name, String message) {
        Path file = RECORDINGS.resolve(name);
        assertEquals("jdhat show: " + file + " " + message + "\n",
                Jdhat.end(3, folder, "show", file.toString()).err());
        if (!name.startsWith("no-such")) {
            assertEquals("jdhat report: " + file + " " + message + "\n",
                    Jdhat.end(3, folder, "report", file.toString()).err());
        }
        assertFalse(Files.exists(folder.resolve("dhat-heap.json")));
    }

    static Stream<Arguments> badJson() {
        return Stream.of(
                Arguments.of("{\"a\": 1}", "is not a DHAT file: the field \"dhatFileVersion\" is"
                        + " missing; give the path of a DHAT file"),
                Arguments.of("{\"dhatFileVersion\": 1}", "is a DHAT file of version 1, and jdhat"
                        + " reads version 2; make it anew with Valgrind 3.17 or newer, dhat-rs or"
                        + " jdhat"),
                Arguments.of("{\"dhatFileVersion\": 2}", "is a DHAT file in which the field"
                        + " \"mode\" is missing; take another copy of it or make it anew"),
                Arguments.of("{\"dhatFileVersion\": 2, \"mo", "is cut off at line 1, column 27: its"
                        + " JSON does not end; take another copy of it"),
                Arguments.of("{nonsense}", "is not JSON at line 1, column 2; give the path of a"
                        + " DHAT file"));
    }

    @ParameterizedTest
    @MethodSource("badJson")
    void jsonThatIsNotDhats(String text, String message) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, text);
        assertEquals("jdhat show: " + file + " " + message + "\n",
                Jdhat.end(3, folder, "show", file.toString()).err());
    }

    @Test
    void anOutputThatCannotBeWritten() {
        Path golden = RECORDINGS.resolve("golden.jdhat");
        assertEquals("jdhat report: cannot write /no/such/x.json: there is no such folder\n",
                Jdhat.end(3, folder, "report", golden.toString(), "-o", "/no/such/x.json").err());
        assertEquals("jdhat report: cannot write /dev/full: No space left on device\n",
                Jdhat.end(3, folder, "report", golden.toString(), "-o", "/dev/full").err());
    }

    @Test
    void agentPathIsStable() {
        String first = Jdhat.end(0, folder, "agent-path").out();
        assertEquals(first, Jdhat.end(0, folder, "agent-path").out());
        Path library = Path.of(first.strip());
        assertTrue(Files.isRegularFile(library), first);
        assertTrue(Files.isRegularFile(library.resolveSibling("jdhat.jar")), first);
    }
}
