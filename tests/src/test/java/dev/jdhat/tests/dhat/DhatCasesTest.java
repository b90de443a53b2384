// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.dhat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of Valgrind's dhat/tests and of dhat-rs's tests/heap.rs, by their names there. */
class DhatCasesTest {
    @Test
    void empty() {
        of("empty", "DhatCases.bytes").total().is(0, 0);
    }

    @Test
    void single() {
        Points points = of("single", "DhatCases.single");
        points.total().is(1, 16);
        points.atPeak().is(1, 16);
        points.atEnd().is(1, 16);
    }

    @Test
    void basic() {
        Points points = of("basic", "DhatCases.bytes");
        points.total().is(4, 7000);
        points.atPeak().is(2, 5000);
        points.atEnd().is(1, 3000);
    }

    @Test
    void big() {
        Points points = of("big", "DhatCases.big");
        points.total().is(15, 360);
        points.atPeak().is(15, 360);
        points.atEnd().is(15, 360);
        assertTrue(points.count() > 1, "The two ways are two program points at least");
    }

    @Test
    void loopOfShortBlocks() {
        Points points = of("loop", "DhatCases.loop");
        points.total().is(10, 320);
        points.atPeak().is(0, 0);
        points.atEnd().is(0, 0);
        assertEquals(1, points.count());
    }

    @Test
    void resized() {
        Points points = of("resize", "DhatCases.resize");
        points.total().is(3, 704);
        points.atEnd().is(1, 400);
    }

    @Test
    void peak() {
        RecordedProfile profile = profile("peak");
        Points points = profile.through("DhatCases.bytes");
        points.total().is(14, 164_800);
        points.atPeak().is(3, 143_200);
        points.atEnd().is(2, 43_200);
        // By program point, as dhat-rs checks them.
        Points kept = profile.through("DhatCases.kept");
        kept.total().is(2, 43_200);
        kept.atPeak().is(2, 43_200);
        kept.atEnd().is(2, 43_200);
        assertEquals(43_200, kept.maxBytes());
        Points dropped = profile.through("DhatCases.dropped");
        dropped.total().is(12, 121_600);
        dropped.atPeak().is(1, 100_000);
        dropped.atEnd().is(0, 0);
    }

    @Test
    void header() throws Exception {
        Target target = TestJvm.on(Jvm.JDK_17, "Endings", "return")
                .agentPath("interval=0,file=recording.jdhat,report=r.json")
                .run();
        Path report = target.folder().resolve("r.json");
        RecordedProfile.ofReport(report);
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertEquals(2, json.get("dhatFileVersion").intValue());
        assertEquals("jvm-heap", json.get("mode").textValue());
        assertEquals("Allocated", json.get("verb").textValue());
        assertTrue(json.get("bklt").booleanValue());
        assertFalse(json.get("bkacc").booleanValue());
        for (String name : new String[] {"bu", "bsu", "bksu"}) {
            assertFalse(json.has(name), name + " is for other units than bytes and blocks");
        }
        assertEquals("µs", json.get("tu").textValue());
        assertEquals("s", json.get("Mtu").textValue());
        assertTrue(json.get("tuth").isIntegralNumber());
        assertEquals("dev.jdhat.tests.programs.Endings return", json.get("cmd").textValue());
        assertEquals(target.pid(), json.get("pid").longValue());
        assertTrue(json.get("te").longValue() >= json.get("tg").longValue());
        frames(json.get("ftbl"));
    }

    private static void frames(JsonNode table) {
        assertEquals("[root]", table.get(0).textValue());
        List<String> frames = new ArrayList<>();
        table.forEach(frame -> frames.add(frame.textValue()));
        assertTrue(frames.stream().anyMatch(frame -> frame.matches(
                "0x[0-9a-fA-F]+: dev\\.jdhat\\.tests\\.programs\\.Endings\\.kept"
                        + " \\(Endings\\.java:\\d+\\)")), frames.toString());
        for (String own : new String[] {"dev.jdhat.agent.", "dev.jdhat.report.", "jdhat agent"}) {
            assertTrue(frames.stream().noneMatch(frame -> frame.contains(own)), own);
        }
    }

    /** A second session in the process knows nothing of the first. */
    @Test
    void secondProfiler() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").start()) {
            target.awaitLine("ready");
            target.attach("start,interval=64k,file=first.jdhat,report=none").mustBeOk();
            target.attach("stop").mustBeOk();
            target.startRecording("interval=0");
            target.send("go on");
            target.awaitLine("worked");
            target.attach("stop").mustBeOk();
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
            RecordedProfile.of(target.folder().resolve("first.jdhat"))
                    .through("Small.work").of("Thing").total().is(0, 0);
            target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
        }
    }

    /** Allocated before the start: neither counted, nor missed when freed, nor when grown. */
    @Test
    void allocatedBeforeTheStart() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "DhatCases", "basic")
                .collector(Collector.SERIAL)
                .start()) {
            target.awaitLine("step");
            target.startRecording("interval=0,gc=on");
            steps(target, 4);
            Points points = target.profile().through("DhatCases.bytes");
            points.total().is(2, 5000);
            points.atPeak().is(2, 5000);
            points.atEnd().is(1, 3000);
        }
    }

    private static Points of(String name, String method) {
        return profile(name).through(method);
    }

    private static RecordedProfile profile(String name) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "DhatCases", name)
                .collector(Collector.SERIAL)
                .recording("interval=0", "gc=on")
                .start()) {
            steps(target, name.equals("basic") ? 4 : name.equals("peak") ? 2 : 1);
            return target.profile();
        }
    }

    /** At each step the agent has swept when it answers; then the program goes on. */
    private static void steps(Target target, int count) {
        for (int i = 1; i <= count; i++) {
            target.awaitLine("step", i);
            target.attach("mark=step");
            target.send("go on");
        }
        assertEquals(0, target.await(), target.toString());
    }
}
