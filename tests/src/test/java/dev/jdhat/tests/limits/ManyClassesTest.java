// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred thousand classes, and classes that are unloaded while they are profiled. */
class ManyClassesTest {
    private static final int CLASSES = 100_000;

    @ParameterizedTest(name = "interval={0}")
    @ValueSource(strings = {"0", "64k"})
    void aHundredThousand(String interval) {
        Target target = TestJvm.on(Jvm.JDK_17, "ManyClasses", "" + CLASSES, "1000")
                .options("-Xmx512m")
                .recording("interval=" + interval, "depth=8")
                .end(Duration.ofMinutes(3));
        assertEquals("0 gone\n", target.out(), target.err());
        RecordedProfile profile = target.profile();
        Points made = profile.through("ManyClasses.use").ofClassesLike("Template");
        if (interval.equals("0")) {
            made.total().is(CLASSES, 16L * CLASSES);
            assertEquals(CLASSES, made.count());
            made.list().forEach(ManyClassesTest::isTrue);
        } else {
            made.total().isWithin(4, CLASSES, 16L * CLASSES);
        }
        Jdhat.end(0, target.folder(), "report", "recording.jdhat", "-o", "r.json");
        RecordedProfile.ofReport(target.folder().resolve("r.json"));
    }

    /** On JDK 11 class loading leaves blocks behind large ones uncounted: docs/accuracy.md. */
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25", "JRE_21", "MUSL_17"})
    void unloadedInMidRun(Jvm jvm) {
        jvm.require();
        Target target = TestJvm.on(jvm, "ManyClasses", "10000", "100", "drop")
                .recording("interval=0", "tick=100ms")
                .run();
        int gone = Integer.parseInt(target.out().replace(" gone\n", ""));
        assertTrue(gone >= 90, target.out());
        RecordedProfile profile = target.profile();
        Points made = profile.through("ManyClasses.use").ofClassesLike("Template");
        made.total().is(10_000, 160_000);
        assertEquals(10_000, made.count());
        made.list().forEach(ManyClassesTest::isTrue);
        made.atEnd().is(0, 0);
    }

    @Test
    void unloadedWhileSampled() {
        Target target = TestJvm.on(Jvm.JDK_17, "ManyClasses", "20000", "100", "drop")
                .recording("interval=1k", "tick=100ms", "threads=pool")
                .run();
        target.profile().through("ManyClasses.use").ofClassesLike("Template").list()
                .forEach(ManyClassesTest::isTrue);
    }

    /** Each block's class is the one whose method made it: no name was taken for another. */
    private static void isTrue(ProgramPoint point) {
        String maker = point.allocatedClass() + ".get (Template";
        assertTrue(point.frames().stream().anyMatch(frame -> frame.startsWith(maker)),
                point.allocatedClass() + " by " + point.frames());
    }
}
