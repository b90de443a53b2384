// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that profiles itself: no flag, no attach, only the library. */
@ResourceLock(value = Jvm.ALL, mode = ResourceAccessMode.READ)
class InProcessTest {
    static TestJvm program(Jvm jvm, String name, String... arguments) {
        jvm.require();
        TestJvm program = TestJvm.on(jvm, "api." + name, arguments).withLibrary();
        return NativeAccess.silence(program, jvm);
    }

    private static Target run(Jvm jvm, String name, String... arguments) {
        return program(jvm, name, arguments).run();
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25", "JRE_21"})
    void peaksAreExactWhereEveryStepIsSettled(Jvm jvm) throws IOException {
        Target target = run(jvm, "Peaks");
        assertEquals("total 0 bytes in 0 blocks, current 0 bytes in 0 blocks, max 0 bytes in 0"
                + " blocks, live peak 0 bytes in 0 blocks\n"
                + "total 164800 bytes in 14 blocks, current 43200 bytes in 2 blocks, max 143200"
                + " bytes in 3 blocks, live peak 143200 bytes in 3 blocks\n"
                + "total 48 bytes in 1 blocks, current 48 bytes in 1 blocks, max 0 bytes in 0"
                + " blocks, live peak 0 bytes in 0 blocks\n"
                + "true\n", target.out());
        assertEquals("", target.err());
        assertEquals(List.of(), Folder.files(target.folder()));
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void wrongPhasesAreNamed(Jvm jvm) {
        assertEquals(String.join("\n",
                "- none runs",
                "getting heap stats when no profiler is running",
                "getting ad hoc stats when no profiler is running",
                "setting a mark when no profiler is running",
                "- heap",
                "getting ad hoc stats while doing heap profiling",
                "getting ad hoc stats while doing heap profiling",
                "asserting while not in testing mode",
                other("mode", "heap", "ad hoc"),
                other("interval", "exact", "4096 bytes"),
                other("depth", "128", "9"),
                "getting heap stats after the profiler was closed",
                "getting heap stats after the profiler was closed",
                "getting ad hoc stats after the profiler was closed",
                "taking a snapshot after the profiler was closed",
                "settling after the profiler was closed",
                "asserting after the profiler was closed",
                "- ad hoc",
                "getting heap stats while doing ad hoc profiling",
                "getting heap stats while doing ad hoc profiling",
                "settling while doing ad hoc profiling",
                "- sampled",
                "asserting exactly while figures are sampled every 4096 bytes; use assertWithin and"
                        + " a tolerance, or exact()",
                "- none runs again",
                "getting heap stats when no profiler is running",
                "getting ad hoc stats when no profiler is running",
                "setting a mark when no profiler is running",
                ""), run(jvm, "Phases").out().replaceAll("(?m)^.*its file is.*\n", ""));
    }

    private static String other(String what, String running, String wanted) {
        return "creating a profiler while one with other settings is running: its " + what + " is "
                + running + ", this one's is " + wanted + "; close that one first, or leave the "
                + what + " to it";
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aFailedAssertionWritesTheProfile(Jvm jvm) throws IOException {
        Target target = run(jvm, "Asserts");
        String after = "asserting after the profiler has asserted\n"
                + "getting heap stats after the profiler has asserted\n";
        assertEquals("jdhat: assertion failed: less than 4,000\n" + after + "true is written\n"
                + "jdhat: assertion failed: blocks: expected 3, got 4\n" + after
                + "equals is written\n"
                + "jdhat: assertion failed: blocks: expected another figure than 4\n" + after
                + "not-equals is written\n"
                + "jdhat: assertion failed: bytes: expected 3000 within 10.0, got 4000\n" + after
                + "within is written\n"
                + "passed is not written\n", target.out());
        assertTrue(target.err().startsWith("jdhat: Total:      4,000 bytes in 4 blocks\n"),
                target.err());
        assertTrue(target.err().contains("jdhat: The data has been saved to true.json, and is"
                + " viewable with dh_view.html\n"), target.err());
        assertEquals(List.of("equals.json", "not-equals.json", "true.json", "within.json"),
                Folder.files(target.folder()));
    }

    /** The cases of dhat-rs's tests/ad-hoc.rs, and both modes at once. */
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void adHocEventsHaveFilesOfTheirOwn(Jvm jvm) throws IOException {
        Target target = run(jvm, "AdHocRun");
        assertEquals("106 units in 4 events\nAn event's weight cannot be negative: -1\n"
                + "44 units in 5 events\n", target.out());
        assertEquals("jdhat: Total:      106 units in 4 events\njdhat: The data has been saved to"
                + " only.json, and is viewable with dh_view.html\n", target.err());
        RecordedProfile only = RecordedProfile.ofReport(target.folder().resolve("only.json"));
        assertEquals(List.of(100L, 3L, 2L, 1L), only.profile().points().stream()
                .map(point -> point.total().bytes()).toList());
        only.through("api.AdHocRun.hundred").total().is(1, 100);
        JsonNode json = new ObjectMapper().readTree(target.folder().resolve("only.json").toFile());
        assertEquals("jvm-ad-hoc", json.get("mode").textValue());
        assertFalse(json.get("bklt").booleanValue());
        assertEquals("unit units events", json.get("bu").textValue() + " "
                + json.get("bsu").textValue() + " " + json.get("bksu").textValue());
        assertTrue(json.get("te").longValue() > 0);
        assertFalse(json.has("tg") || json.has("tuth") || json.get("pps").get(0).has("tl"));
        assertEquals("0 0 0", json.get("pps").get(0).get("mb") + " "
                + json.get("pps").get(0).get("gb") + " " + json.get("pps").get(0).get("eb"));
        Points kinds = RecordedProfile.ofReport(target.folder().resolve("ad-hoc.json")).points();
        kinds.throughFrame("copied (ad hoc)").total().is(3, 30);
        kinds.throughFrame("polled (ad hoc)").total().is(2, 14);
        assertEquals(3, kinds.count());
        RecordedProfile.ofReport(target.folder().resolve("heap.json")).through("api.Blocks.make")
                .total().is(10, 10_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25", "JRE_21"})
    void theReportIsWrittenOnClose(Jvm jvm) throws IOException {
        Target target = run(jvm, "Written");
        assertEquals("jdhat: Total:      25,000 bytes in 13 blocks\n"
                + "jdhat: At t-gmax:  16,000 bytes in 4 blocks\n"
                + "jdhat: At t-end:   16,000 bytes in 4 blocks\n"
                + "jdhat: Occupied:   25,000 bytes in 13 blocks at the peak with garbage\n"
                + "jdhat: Figures are exact except N threads older than the agent\n"
                + "jdhat: The data has been saved to reports/written.json, and is viewable with"
                + " dh_view.html\n", target.err().replaceAll("except \\d+ ", "except N "));
        assertEquals(List.of("reports", "written.jdhat"), Folder.files(target.folder()));
        RecordedProfile report =
                RecordedProfile.ofReport(target.folder().resolve("reports/written.json"));
        assertEquals(2, report.points().count(), "frames beyond the second are cut, and merged");
        report.through("api.Blocks.make").atEnd().is(1, 1000);
        report.through("api.Written.kept").atEnd().is(3, 15_000);
        // The recording has all of it: what was before the start is in neither.
        RecordedProfile.of(target.folder().resolve("written.jdhat")).through("api.Blocks.make")
                .total().is(10, 10_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void sampledStatsStateTheirError(Jvm jvm) {
        List<String> lines = run(jvm, "Sampled").out().lines().toList();
        assertTrue(Double.parseDouble(lines.get(0)) < 5, lines.toString());
        assertTrue(Double.parseDouble(lines.get(1)) < 5, lines.toString());
        // 6,200 samples: 1.3 %.
        assertEquals(0.0127, Double.parseDouble(lines.get(2)), 0.001);
        assertEquals("false", lines.get(3));
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void windowsNestAndOverlap(Jvm jvm) {
        assertEquals("inner 10\ninner 50\nall 110\n", run(jvm, "Windows", "nested").out());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void windowsOfThreadsDoNotMeet(Jvm jvm) {
        assertEquals("off by 0\n".repeat(8) + "all 40000\n",
                run(jvm, "Windows", "threads").out());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void marksDivideWhatWasMade(Jvm jvm) {
        Target target = run(jvm, "Marks");
        assertEquals("[after warm-up, second, with a comma]\n"
                + "born 7000 bytes in 3 blocks\n"
                + "alive 3000 bytes in 1 blocks\n"
                + "alive 2000 bytes in 1 blocks\n"
                + "born 3000 bytes in 1 blocks\n"
                + "alive 3000 bytes in 1 blocks\n"
                + "There is no mark \"never\"; the marks are \"after warm-up\", \"second, with a"
                + " comma\".\n", target.out());
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aThousandSessionsLeaveNothingBehind(Jvm jvm) throws IOException {
        Target target = run(jvm, "Cycles", "1000");
        List<String> lines = target.out().lines().toList();
        assertEquals("0 wrong", lines.get(0), target.toString());
        long heap = Long.parseLong(lines.get(1).replace("heap ", ""));
        long resident = Long.parseLong(lines.get(2).replace("resident ", ""));
        // A leak of one block per round, or of one stack in the agent, would be above that.
        assertTrue(heap < 1024 && resident < 20 * 1024, target.out());
        assertEquals(List.of(), Folder.files(target.folder()));
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aCrowdIsCountedToTheBlock(Jvm jvm) {
        assertEquals("0 wrong\n3520 blocks a round\n960 units a round\n",
                run(jvm, "Crowd", "3").out());
    }
}
