// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of allocating, exact to the block in exact mode, through each door, on each JVM. */
class EveryWayTest {
    static Stream<Arguments> jvmsAndDoors() {
        return Arrays.stream(Jvm.values())
                .flatMap(jvm -> Arrays.stream(Door.values()).map(door -> Arguments.of(jvm, door)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("jvmsAndDoors")
    void isCountedToTheBlock(Jvm jvm, Door door) {
        jvm.require();
        RecordedProfile profile = door.allWays(jvm);
        objects(profile);
        arrays(profile);
        fromTheLibrary(profile);
        for (String part : new String[] {"dev.jdhat.Agent", "dev.jdhat.agent.", "com.sun.jna."}) {
            assertFalse(profile.hasFrame(part), "The profiler is in the profile: " + part);
        }
    }

    private static void objects(RecordedProfile profile) {
        for (String way : new String[] {"plainNew", "constructor", "handle", "cloned"}) {
            ways(profile, way).of("Thing").total().is(1000, 24_000);
        }
    }

    private static void arrays(RecordedProfile profile) {
        for (String way : new String[] {"array", "arrayClone", "reflectedArray"}) {
            ways(profile, way).of("byte[]").total().is(1000, 120_000);
        }
        ways(profile, "multiArray").of("int[][]").total().is(1000, 32_000);
        ways(profile, "multiArray").of("int[]").total().is(3000, 96_000);
        ways(profile, "humongous").of("byte[]").total().is(4, 4 * ((2 << 20) + 16));
    }

    private static Points ways(RecordedProfile profile, String way) {
        return profile.through("Ways.measure").through("Ways." + way);
    }

    private static void fromTheLibrary(RecordedProfile profile) {
        profile.through("Texts.measure").through("Texts.lambda").ofClassesLike("Texts$$Lambda")
                .total().is(1000, 16_000);
        texts(profile, "concat", 32);
        texts(profile, "text", 24);
        profile.through("Texts.measure").through("Texts.boxed").of("java.lang.Long")
                .total().is(1000, 24_000);
        profile.through("Texts.measure").through("Texts.copyOf").of("byte[]")
                .total().is(1000, 120_000);
    }

    private static void texts(RecordedProfile profile, String way, int arraySize) {
        profile.through("Texts.measure").through("Texts." + way).of("java.lang.String")
                .total().is(1000, 24_000);
        profile.through("Texts.measure").through("Texts." + way).of("byte[]")
                .total().is(1000, 1000 * arraySize);
    }
}
