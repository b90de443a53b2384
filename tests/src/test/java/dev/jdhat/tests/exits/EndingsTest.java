// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.exits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.FinalCollection;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However a program ends, on every JVM and collector, its profile is there and says what it
 * knows.
 */
@Execution(ExecutionMode.CONCURRENT)
class EndingsTest {
    enum Ending {
        RETURN(0, true),
        EXIT(7, true),
        HALT(8, false),
        OOM(1, true),
        TERM(143, true),
        KILL(137, false);

        final int status;
        final boolean isOrderly;

        Ending(int status, boolean isOrderly) {
            this.status = status;
            this.isOrderly = isOrderly;
        }
    }

    static Stream<Arguments> everywhere() {
        return Arrays.stream(Jvm.values())
                .flatMap(jvm -> Collector.of(jvm).stream()
                        .flatMap(collector -> Arrays.stream(Ending.values())
                                .map(ending -> Arguments.of(jvm, collector, ending))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everywhere")
    void leavesTheProfile(Jvm jvm, Collector collector, Ending ending) {
        jvm.require();
        TestJvm program = TestJvm.on(jvm, "Endings", ending.name().toLowerCase())
                .options("-Xmx64m")
                .collector(collector)
                .recording("interval=0");
        try (Target target = program.start()) {
            end(target, ending);
            assertEquals(statusOf(ending, collector), target.await(), target.toString());
            check(target.profile(), jvm, collector, ending);
        }
    }

    /** Epsilon ends the process itself, at once and without any hook. */
    private static int statusOf(Ending ending, Collector collector) {
        return ending == Ending.OOM && collector == Collector.EPSILON ? 3 : ending.status;
    }

    private static void end(Target target, Ending ending) {
        switch (ending) {
            case TERM -> {
                target.awaitLine("ready");
                target.child().terminate();
            }
            case OOM -> {
                awaitFlush(target);
                target.send("go on");
            }
            case KILL -> {
                awaitFlush(target);
                target.child().kill();
            }
            default -> { }
        }
    }

    /** A kill loses at most what is younger than a flush. */
    private static void awaitFlush(Target target) {
        target.awaitLine("ready");
        target.awaitRecorded("Endings.dropped", 1000);
    }

    private static void check(
            RecordedProfile profile, Jvm jvm, Collector collector, Ending ending) {
        profile.through("Endings.kept").of("Thing").total().is(1000, 24_000);
        profile.through("Endings.dropped").of("Thing").total().is(1000, 24_000);
        FinalCollection expected = expected(collector, ending);
        assertEquals(expected, profile.info().finalCollection(), jvm + " " + collector);
        if (expected == FinalCollection.DONE) {
            profile.through("Endings.kept").of("Thing").atEnd().is(1000, 24_000);
            profile.through("Endings.dropped").of("Thing").atEnd().is(0, 0);
        }
    }

    private static FinalCollection expected(Collector collector, Ending ending) {
        if (collector == Collector.EPSILON || collector == Collector.ZGC) {
            return FinalCollection.OFF;
        }
        return ending.isOrderly ? FinalCollection.DONE : FinalCollection.NOT_FINISHED;
    }
}
