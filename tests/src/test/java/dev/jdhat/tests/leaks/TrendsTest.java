// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.cli.demo.KnownSite;
import dev.jdhat.leaks.Growth;
import dev.jdhat.leaks.LeakReport;
import dev.jdhat.leaks.SiteTrend;
import dev.jdhat.leaks.Verdict;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.recording.Recording;
import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What `leaks` says of a program whose sites are known. */
class TrendsTest {
    private static final String PROGRAM = "dev.jdhat.tests.programs.Trends.";
    private static final double PER_HOUR = 864e6;
    private static final int ROUNDS = 30;

    static Stream<Arguments> jvms() {
        return Stream.of(
                Arguments.of(Jvm.JDK_17, Collector.SERIAL),
                Arguments.of(Jvm.JDK_17, Collector.G1),
                Arguments.of(Jvm.JDK_25, Collector.PARALLEL),
                Arguments.of(Jvm.JDK_25, Collector.G1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("jvms")
    void everySiteIsWhatItIs(Jvm jvm, Collector collector) throws IOException {
        jvm.require();
        Path recording;
        try (Target target = start(jvm, collector, "interval=0", "gc=on")) {
            rounds(target, ROUNDS);
            assertEquals(0, target.await(), target.toString());
            recording = target.recording();
        }
        LeakReport report = report(recording);
        assertTrue(report.clock().keptFull() >= 20, report.notes().toString());
        SiteTrend grown = site(report, "grow");
        is(Verdict.GROWING, grown);
        assertTrue(grown.reason().startsWith("rose in 14 of 14 steps between 15 groups of"
                + " collections, by "), grown.reason());
        near(grown.growth(), 0.05);
        SiteTrend cache = site(report, "cache");
        is(Verdict.PLATEAU, cache);
        assertEquals(1_000 * 144, cache.live());
        SiteTrend batch = site(report, "batch");
        is(Verdict.SPIKE, batch);
        assertEquals(5_000 * 144, batch.most());
        assertTrue(batch.reason().endsWith(" after the start, of which 0 bytes are left"),
                batch.reason());
        SiteTrend fixed = site(report, "fixed");
        is(Verdict.PLATEAU, fixed);
        assertEquals(1_000 * 144, fixed.live());
        // With a collection before the program's first line it was not there from the first on.
        assertTrue(fixed.reason().equals("held 141 kB at " + report.clock().size()
                + " collections; that never changed") || fixed.reason().matches(
                        "grew until .* after the start and no more since: it holds 141 kB"),
                fixed.reason());
        SiteTrend garbage = site(report, "garbage");
        is(Verdict.CHURN, garbage);
        // A collection may come while one of them is in use.
        assertTrue(garbage.reason().matches("of its 300,000 blocks (99|100) % were dead at the"
                + " first collection that examined them, and n.* collections"), garbage.reason());
    }

    @Test
    void sampled() throws IOException {
        Path recording;
        try (Target target = start(Jvm.JDK_17, Collector.G1, "interval=1k", "gc=on")) {
            rounds(target, ROUNDS);
            assertEquals(0, target.await(), target.toString());
            recording = target.recording();
        }
        SiteTrend grown = site(report(recording), "grow");
        is(Verdict.GROWING, grown);
        Growth growth = grown.growth();
        near(growth, 0.25);
        double side = (growth.greatest() - growth.least()) / 2.0;
        assertTrue(side > 0.02 * PER_HOUR, "Sampling widens the interval: " + growth);
        assertTrue(Math.abs(growth.perHour() - PER_HOUR) < 2.5 * side, growth.toString());
    }

    private static void near(Growth growth, double share) {
        assertEquals(PER_HOUR, growth.perHour(), share * PER_HOUR, growth.toString());
        assertTrue(growth.least() <= growth.perHour() && growth.perHour() <= growth.greatest()
                && growth.least() > 0, growth.toString());
    }

    /** Its three leaks are the sites that grow most, in the order of their rates. */
    @Test
    void theDemosLeaksComeFirst() throws IOException {
        Path folder = Built.folder("demo-leaks");
        List<String> command = List.of(Jvm.JDK_17.require().resolve("bin/java").toString(),
                "-Xmx512m", "-agentpath:" + Built.agent() + "=interval=exact,file=demo.jdhat,"
                        + "report=none,gc=on,gc-at=2000,quiet=on",
                "-cp", Built.jar().toString(), "dev.jdhat.cli.demo.ObjectStoreDemo");
        try (Child demo = Child.start(command, folder)) {
            assertEquals(0, demo.await(), demo.toString());
        }
        LeakReport report = report(folder.resolve("demo.jdhat"));
        List<KnownSite> leaks = List.of(KnownSite.TASK_PARKED_FOR_EVER,
                KnownSite.FUTURE_NOBODY_COMPLETES, KnownSite.LISTENER_NEVER_REMOVED);
        for (int i = 0; i < leaks.size(); i++) {
            SiteTrend site = report.sites().get(i);
            is(Verdict.GROWING, site);
            assertTrue(site.point().stack().get(0).startsWith(leaks.get(i).frame() + " ("),
                    site.toString());
            assertEquals(leaks.get(i).endBytes(), site.live(), site.toString());
        }
        is(Verdict.CHURN, of(report, KnownSite.GROWING_BUFFER.frame()));
        is(Verdict.SPIKE, of(report, "dev.jdhat.cli.demo.Backup.start"));
        SiteTrend cache = of(report, "dev.jdhat.cli.demo.ObjectCache.put");
        assertTrue(cache.verdict() == Verdict.PLATEAU || cache.verdict() == Verdict.CHURN,
                cache.toString());
    }

    /** The largest site whose blocks a method makes. */
    private static SiteTrend of(LeakReport report, String frame) {
        return report.sites().stream()
                .filter(site -> site.point().stack().stream().findFirst().orElse("")
                        .startsWith(frame + " ("))
                .max(Comparator.comparingLong(site -> site.point().total().bytes()))
                .orElseThrow(() -> new AssertionError(frame + " is not there"));
    }

    @Test
    void oneCollectionIsNotEnough() throws IOException {
        try (Target target = start(Jvm.JDK_17, Collector.SERIAL, "interval=0", "gc=off")) {
            target.awaitLine("round");
            target.attach("mark=round").mustBeOk();
            SiteTrend site = site(report(target.recording()), "grow");
            is(Verdict.NOT_ENOUGH, site);
            assertTrue(site.reason().matches("there (is 1 collection|are [23] collections) to"
                    + " judge it by, and 8 are needed"), site.reason());
        }
    }

    @Test
    void ofAJvmThatRuns() throws IOException {
        try (Target target = start(Jvm.JDK_17, Collector.G1, "interval=0")) {
            rounds(target, ROUNDS - 1);
            target.awaitLine("round", ROUNDS);
            String pid = Long.toString(target.pid());
            Child leaks = Jdhat.end(1, target.folder(), "leaks", pid, "--settle",
                    "--fail-on-growing", "--top=3", "--filter=frame:Trends");
            assertTrue(leaks.out().startsWith("Command:    dev.jdhat.tests.programs.Trends "),
                    leaks.out());
            assertTrue(leaks.out().contains("\n  1. growing  "), leaks.out());
            assertTrue(leaks.out().contains("\n     " + PROGRAM + "grow (Trends.java:"),
                    leaks.out());
            JsonNode json = new ObjectMapper().readTree(
                    Jdhat.end(0, target.folder(), "leaks", pid, "--json", "--all",
                            "--filter=frame:Trends.batch | frame:Trends.fixed").out());
            assertEquals(1, json.get("jdhatLeaksVersion").asInt());
            assertEquals(0, json.get("counts").get("growing").asInt(), json.toString());
            assertEquals(json.get("collections").get("times").size(),
                    json.get("sites").get(0).get("high").size(), json.toString());
            List<String> verdicts = json.get("sites").findValuesAsText("verdict");
            assertTrue(verdicts.contains("spike") && verdicts.contains("plateau"),
                    verdicts.toString());
            target.send("go on");
            assertEquals(0, target.await(), target.toString());
        }
    }

    @Test
    void withoutACollection() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").options("-Xmx256m")
                .recording("interval=512k", "gc=off").start()) {
            target.awaitLine("ready");
            assertEquals("jdhat leaks: " + target.recording() + " saw no collection yet, and only a"
                    + " collection shows what is live; let the program run on, or force some: jcmd "
                    + target.pid() + " GC.run\n",
                    Jdhat.end(3, target.folder(), "leaks", Long.toString(target.pid())).err());
        }
    }

    @Test
    void adHocEventsDoNotLeak() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait")
                .recording("record=ad-hoc").start()) {
            target.awaitLine("ready");
            assertEquals("jdhat leaks: " + target.recording() + " counts ad hoc events only, of"
                    + " which nothing stays that could leak\n",
                    Jdhat.end(3, target.folder(), "leaks", Long.toString(target.pid())).err());
        }
    }

    @Test
    void blocksThatWereNotWatched() {
        Path recording = TestJvm.on(Jvm.JDK_17, "Small").recording("interval=0", "liveness=off")
                .run().recording();
        assertEquals("jdhat leaks: " + recording + " does not know what was live, for its blocks"
                + " were not watched; record with liveness=on\n",
                Jdhat.end(3, recording.getParent(), "leaks", recording.toString()).err());
    }

    private static Target start(Jvm jvm, Collector collector, String... options) {
        return TestJvm.on(jvm, "Trends", Integer.toString(ROUNDS)).collector(collector)
                .recording(options).start();
    }

    /** A command is answered by the agent's thread, so the sweep before it is over. */
    private static void rounds(Target target, int rounds) {
        for (int round = 1; round <= rounds; round++) {
            target.awaitLine("round", round);
            target.attach("mark=round " + round).mustBeOk();
            target.send("go on");
        }
    }

    private static LeakReport report(Path file) throws IOException {
        try (Recording recording = Recording.open(file)) {
            return LeakReport.of(ProfileBuilder.build(recording,
                    ProfileOptions.defaults().withHistory(true)));
        }
    }

    /** The Things or longs that a method of the program makes, and not what holds them. */
    private static SiteTrend site(LeakReport report, String method) {
        return report.sites().stream()
                .filter(site -> isOf(site, method))
                .filter(site -> site.point().type().matches("long\\[\\]|.*\\.Thing"))
                .findFirst().orElseThrow(() -> new AssertionError(method + " is not in "
                        + report.sites()));
    }

    private static boolean isOf(SiteTrend site, String method) {
        List<String> stack = site.point().stack();
        return !stack.isEmpty() && stack.get(0).startsWith(PROGRAM + method + " (");
    }

    private static void is(Verdict verdict, SiteTrend site) {
        assertEquals(verdict, site.verdict(), site.toString());
    }
}
