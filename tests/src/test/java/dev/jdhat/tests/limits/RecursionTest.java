// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.limits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recursion 10,000 deep is counted to the block, and folded. */
class RecursionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 128, 1024})
    void tenThousandDeep(int depth) {
        Target target = TestJvm.on(Jvm.JDK_17, "Recursion")
                .agentPath("interval=0,file=recording.jdhat,report=r.json,depth=" + depth)
                .run();
        Path json = target.folder().resolve("r.json");
        for (RecordedProfile profile : new RecordedProfile[] {
            target.profile(), RecordedProfile.ofReport(json)}) {
            Points points = profile.through("Recursion.down").of("Thing");
            points.total().is(10_000, 240_000);
            // The first level, all deeper ones, and those whose lowest frames were cut off.
            assertTrue(points.count() <= 5, points.count() + " program points");
        }
    }
}
