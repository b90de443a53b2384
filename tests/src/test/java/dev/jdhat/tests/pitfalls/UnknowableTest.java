// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.TestJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where the collector does not tell of deaths, lifetimes are unknown, not 0, and the profile says
 * why.
 */
class UnknowableTest {
    @ParameterizedTest
    @EnumSource(names = {"ZGC", "EPSILON"})
    void totalsAloneAreKnown(Collector collector) {
        RecordedProfile profile = run(collector, "interval=0");
        profile.through("Endings.dropped").of("Thing").total().is(1000, 24_000);
        assertFalse(profile.info().lifetimes());
        assertFalse(profile.profile().atEnd().known());
        assertEquals("–", profile.profile().atPeak().toString());
        assertFalse(profile.info().notes().isEmpty(), "The profile says why");
    }

    @Test
    void sampledBlocksAreWatchedOnGenerationalZgc() {
        assertTrue(run(Collector.ZGC, "interval=64k").info().lifetimes());
    }

    @Test
    void forceOverridesOnGenerationalZgc() {
        RecordedProfile profile = run(Collector.ZGC, "interval=0,liveness=force,gc=on");
        profile.through("Endings.kept").of("Thing").atEnd().is(1000, 24_000);
        profile.through("Endings.dropped").of("Thing").atEnd().is(0, 0);
    }

    private static RecordedProfile run(Collector collector, String options) {
        Jvm.JDK_25.require();
        return TestJvm.on(Jvm.JDK_25, "Endings", "return")
                .collector(collector)
                .recording(options)
                .run()
                .profile();
    }
}
