// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.ThreadShare;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.TestJvm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which thread allocated what, at a place that two of them reach. */
class ThreadsTest {
    private static ProgramPoint work(String... options) {
        RecordedProfile profile =
                TestJvm.on(Jvm.JDK_17, "TwoThreads").recording(options).run().profile();
        List<ProgramPoint> points = profile.profile().points().stream()
                .filter(point -> point.type().endsWith(".Thing"))
                .filter(point -> point.stack().get(0).contains("TwoThreads.work "))
                .collect(Collectors.toList());
        assertEquals(1, points.size(), points.toString());
        assertEquals(Figure.of(4000 * 24, 4000), points.get(0).total());
        return points.get(0);
    }

    @ParameterizedTest(name = "threads={0}")
    @CsvSource({"name, right-7", "pool, right-*"})
    void areToldApartByTheirNames(String keys, String right) {
        assertEquals(
                Map.of("left", Figure.of(3000 * 24, 3000), right, Figure.of(1000 * 24, 1000)),
                work("interval=0", "threads=" + keys).threads().stream()
                        .collect(Collectors.toMap(ThreadShare::name, ThreadShare::total)));
    }

    @Test
    void areNotToldApartUnlessAsked() {
        assertEquals(List.of(), work("interval=0").threads());
    }
}
