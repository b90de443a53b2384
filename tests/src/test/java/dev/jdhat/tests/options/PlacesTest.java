// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.Ending;
import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the recording and the report go, and what is said where they cannot. */
class PlacesTest {
    /** Not even root creates a file there. */
    private static final Path UNWRITABLE = Path.of("/sys");

    @Test
    void aPatternNamesTheProcessTheTimeAndTheHost() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small")
                .agentPath("file=r-%p-%t-%h-%%.jdhat,report=p-%p.json")
                .run();
        List<String> files = Folder.files(target.folder());
        assertEquals(2, files.size(), files.toString());
        assertEquals("p-" + target.pid() + ".json", files.get(0));
        RecordedProfile.ofReport(target.folder().resolve(files.get(0)));
        assertTrue(files.get(1).matches(
                "r-" + target.pid() + "-\\d{8}-\\d{6}-[^-].*-%\\.jdhat"), files.get(1));
    }

    @Test
    void theDefaultMovesToTheTemporaryFolder() {
        Path temporary = Built.folder("temporary");
        Target target = TestJvm.on(Jvm.JDK_17, "Small")
                .variable("TMPDIR", temporary.toString())
                .in(UNWRITABLE)
                .agentPath("interval=0")
                .run();
        Path recording = temporary.resolve("jdhat-" + target.pid() + ".jdhat");
        Path report = temporary.resolve("dhat-heap.json");
        assertEquals("over\n", target.out());
        List<String> lines = target.err().lines().toList();
        assertEquals("jdhat: this folder cannot be written; the recording is " + recording,
                lines.get(0));
        assertEquals("jdhat: The data has been saved to " + report
                + ", and is viewable with dh_view.html", lines.get(lines.size() - 1));
        RecordedProfile.ofReport(report).through("Small.work").of("Thing").total()
                .is(1000, 24_000);
        RecordedProfile.of(recording).through("Small.work").of("Thing").total().is(1000, 24_000);
    }

    @Test
    void aPlaceThatWasAskedForIsAnError() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small").agentPath("file=/no/such/x.jdhat").run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: error: cannot write the recording /no/such/x.jdhat: No such file or"
                + " directory (2); choose another place with file=PATH; the program runs on without"
                + " jdhat\n", target.err());
        assertEquals(List.of(), Folder.files(target.folder()));
    }

    @Test
    void aReportThatCannotBeWrittenLeavesTheRecording() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small")
                .agentPath("interval=0,file=recording.jdhat,report=/no/such/x.json")
                .run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: error: /no/such/x.json cannot be written (its folder is not there);"
                + " choose another place with report=FILE.\n"
                + "jdhat: the report failed; the recording is recording.jdhat: make the profile"
                + " with `jdhat report recording.jdhat`\n", target.err());
        target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
    }

    @Test
    void aFullDiskFromTheFirstByteOn() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small").agentPath("file=/dev/full").run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: error: cannot write the recording /dev/full: No space left on device"
                + " (28); choose another place with file=PATH; the program runs on without jdhat\n",
                target.err());
    }

    /** The limit of a file's size stands for the disk: writes fail from there on. */
    @Test
    void aDiskThatFillsUpEndsTheRecordingWithOneMessage() {
        Target target = TestJvm.on(Jvm.JDK_17, "ManyClasses", "5000", "100")
                .after("ulimit -f 1024")
                .options("-XX:-UsePerfData")
                .recording("interval=0", "flush=10ms")
                .run();
        assertEquals("0 gone\n", target.out());
        assertEquals("jdhat: error: cannot write recording.jdhat: File too large (27); the"
                + " recording ends here and keeps what was written before; make room, or choose"
                + " another place with file=PATH\n", target.err());
        RecordedProfile profile = target.profile();
        double kept = profile.through("ManyClasses.use").total().blocks();
        assertTrue(kept > 0 && kept < 5000, kept + " blocks were written before");
        assertEquals(Ending.OPEN, profile.info().ending());
    }
}
