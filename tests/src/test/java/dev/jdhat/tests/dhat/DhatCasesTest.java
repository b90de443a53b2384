// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.dhat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
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
        try (Target target = TestJvm.on(Jvm.JDK_17, "DhatCases", name)
                .collector(Collector.SERIAL)
                .recording("interval=0", "gc=on")
                .start()) {
            steps(target, name.equals("basic") ? 4 : 1);
            RecordedProfile profile = target.profile();
            return profile.through(method);
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
