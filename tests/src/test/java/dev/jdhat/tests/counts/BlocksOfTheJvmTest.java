// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.TestJvm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the JVM allocates on a thread's behalf does not look like the program's own. */
class BlocksOfTheJvmTest {
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JRE_21", "JDK_25"})
    void constantsMadeForTheCompilerStandApart(Jvm jvm) {
        jvm.require();
        Points loop = TestJvm.on(jvm, "Constants").recording("interval=0").run().profile()
                .through("Constants.loop");
        loop.of("Thing").total().is(200_000, 4_800_000);
        List<ProgramPoint> strings = loop.of("java.lang.String").list();
        assertFalse(strings.isEmpty(), "the JVM made the constants of the class");
        for (ProgramPoint point : strings) {
            assertEquals("[JVM]", point.frames().get(1), point.toString());
        }
    }
}
