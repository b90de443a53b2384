// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Sampling;
import dev.jdhat.report.Summary;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import dev.jdhat.tests.harness.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** `interval=auto`: small programs are exact, heavy ones are sampled, and nobody chooses. */
class AutoIntervalTest {
    private static final long POURED = 60_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aSmallProgramIsExact(Jvm jvm) {
        jvm.require();
        RecordedProfile profile = TestJvm.on(jvm, "Small").recording("interval=auto").run()
                .profile();
        profile.through("Small.work").of("Thing").total().is(1000, 24_000);
        assertTrue(profile.info().exact());
        assertTrue(Summary.lines(profile.profile(), null).contains("jdhat: Figures are exact"));
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aThreadThatIsBornAfterAnAttachIsExact(Jvm jvm) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Small", "wait").start()) {
            target.awaitLine("ready");
            target.startRecording("interval=auto");
            assertEquals(0, target.attach("status").number("interval_now"));
            target.send("");
            target.awaitLine("worked");
            target.attach("stop").mustBeOk();
            target.send("");
            assertEquals(0, target.await(), target.toString());
            target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void aHeavyOneIsSampledUntilItIsQuiet(Jvm jvm) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Torrent").recording("interval=auto").start()) {
            target.awaitLine("poured");
            assertEquals("auto", target.attach("status").value("interval"));
            target.attach("mark=poured").mustBeOk();
            Wait.until("every block is seen again", PATIENCE,
                    () -> target.attach("status").number("interval_now") == 0);
            target.send("");
            target.awaitLine("dripped");
            target.send("");
            assertEquals(0, target.await(), target.toString());
            check(target.profile());
        }
    }

    private static void check(RecordedProfile profile) {
        profile.through("Torrent.pour").total().isWithin(4, POURED, 24 * POURED);
        profile.through("Torrent.flood").total().isWithin(4, POURED, 200 * POURED);
        profile.through("Torrent.drip").of("Thing").total().is(100, 2_400);
        long seen = profile.points().list().stream().mapToLong(point -> point.samples()).sum();
        assertTrue(seen < POURED / 20, seen + " events");
        Sampling sampling = profile.info().sampling();
        assertTrue(sampling.exact().blocks() > 1000 && sampling.exact().blocks() < POURED / 20,
                sampling.toString());
        assertTrue(sampling.greatest() >= 64 * 1024, sampling.toString());
        List<String> lines = Summary.lines(profile.profile(), null);
        assertEquals(1, lines.stream().filter(line -> line.matches("jdhat: Figures are exact up to"
                + " \\d+\\.\\d s and estimates since: [0-9,]+ bytes in [0-9,]+ blocks \\(\\d+\\.\\d %"
                + " of the bytes\\) were counted one by one, the rest sampled every \\d+ KiB to"
                + " \\d+ [KMG]iB")).count(), lines.toString());
        assertTrue(lines.contains("jdhat: Note: the budget is used up: not every block is seen from"
                + " here on; raise budget, or ask for interval=exact, to see them all"),
                lines.toString());
    }

    /**
     * The default of -agentpath is 512 KiB, and more where that takes too much: stacks of a hundred
     * frames, each asked of the VM, cost several times this budget on a slow machine too. So few
     * samples are left that their own error says little: the bound is that of the largest interval.
     */
    @Test
    void theBudgetRaisesTheDefault() {
        RecordedProfile profile = pour("budget=0.5,stack-walk=portable", "100");
        Sampling sampling = profile.info().sampling();
        assertEquals(512 * 1024, sampling.least());
        assertTrue(sampling.greatest() > 512 * 1024, sampling.toString());
        assertEquals(0, sampling.exact().blocks());
        double truth = 224.0 * POURED;
        double off = profile.through("Torrent.work").total().bytes() - truth;
        assertTrue(Math.abs(off) < 4 * Math.sqrt(truth * sampling.greatest()),
                off + " off, " + sampling);
    }

    @Test
    void anIntervalThatWasAskedForStays() {
        RecordedProfile profile = pour("interval=128k");
        Sampling sampling = profile.info().sampling();
        assertEquals(128 * 1024, sampling.least());
        assertEquals(128 * 1024, sampling.greatest());
        profile.through("Torrent.pour").total().isWithin(4, POURED, 24 * POURED);
        profile.through("Torrent.flood").total().isWithin(4, POURED, 200 * POURED);
    }

    private static RecordedProfile pour(String options, String... arguments) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Torrent", arguments).recording(options).start()) {
            target.awaitLine("poured");
            target.send("");
            target.awaitLine("dripped");
            target.send("");
            assertEquals(0, target.await(), target.toString());
            return target.profile();
        }
    }
}
