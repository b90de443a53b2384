// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Needs;
import dev.jdhat.tests.harness.Points.Sum;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real programs: the total agrees with the JVM's own counters, within 0.5 % in exact mode and
 * within the larger of four standard errors and 5 % when sampled.
 */
class TotalBytesTest {
    private static final String[] STATEMENTS = {
        "create table o(id int primary key, cust int, total decimal(10,2), note varchar) as select"
                + " x, mod(x*7919,50000), x/3.0, 'order number '||x from system_range(1,30000)",
        "create index i on o(cust)",
        "select cust, count(*) c, sum(total) t, max(note) from o group by cust order by t desc"
                + " fetch first 5 rows only",
        "update o set note = note || ' updated' where mod(id,2)=0"};

    /** Strings, hashes and regular expressions: deep stacks with frames that JRuby generates. */
    private static final String WORDS = """
            words = Hash.new(0)
            random = Random.new(42)
            20.times do
              text = (0...2000).map { "w#{random.rand(5000)}" }.join(" ")
              text.split(" ").each { |word| words[word.upcase] += 1 }
              text.gsub(/w(\\d+)/) { "x#{$1.to_i * 2}" }
            end
            puts words.values.sum
            """;

    static Stream<Arguments> jvmsAndIntervals() {
        return Stream.of(Jvm.JDK_17, Jvm.JDK_25)
                .flatMap(jvm -> Stream.of("0", "64k").map(i -> Arguments.of(jvm, i)));
    }

    /**
     * The compiler compiles a part of the library, on a thread for which every JVM counts bytes.
     */
    @ParameterizedTest(name = "{0} interval={1}")
    @MethodSource("jvmsAndIntervals")
    void ecj(Jvm jvm, String interval) {
        jvm.require();
        Target target = TestJvm.on(jvm, "Compile", "-17", "-nowarn", "-proc:none", "-cp",
                Built.jar().toString(), "-d", "none",
                Built.root().resolve("java/src/main/java/dev/jdhat/recording").toString())
                .with(ecjJar())
                .options("-Djdt.compiler.useSingleThread=true")
                .recording("interval=" + interval)
                .run();
        assertTrue(target.out().startsWith("compiled "), target.toString());
        long truth = Long.parseLong(target.out().strip().substring("compiled ".length()));
        Sum counted = target.profile().through("Compile.compile").total();
        agrees(target.profile().info(), counted.bytes(), counted.bytesError(), truth);
        if (jvm == Jvm.JDK_25) {
            agrees(target.profile());
        }
    }

    @ParameterizedTest(name = "interval={0}")
    @ValueSource(strings = {"0", "64k"})
    void h2(String interval) {
        h2(Jvm.JDK_25, interval);
    }

    @Tag("long")
    @ParameterizedTest(name = "interval={0}")
    @ValueSource(strings = {"0", "64k"})
    void h2On17(String interval) {
        h2(Jvm.JDK_17, interval);
    }

    @ParameterizedTest(name = "interval={0}")
    @ValueSource(strings = {"0", "64k"})
    void jruby(String interval) {
        jruby(Jvm.JDK_25, interval);
    }

    @Tag("long")
    @ParameterizedTest(name = "interval={0}")
    @ValueSource(strings = {"0", "64k"})
    void jrubyOn17(String interval) {
        jruby(Jvm.JDK_17, interval);
    }

    private static void h2(Jvm jvm, String interval) {
        runs(jvm, interval, "h2-2.3.232.jar", "org.h2.tools.Shell", "-url", "jdbc:h2:mem:b",
                "-user", "sa", "-sql", String.join(";", STATEMENTS));
    }

    private static void jruby(Jvm jvm, String interval) {
        // Loading the gems would take longer than all the rest.
        runs(jvm, interval, "jruby-complete-9.4.9.0.jar", "org.jruby.Main", "--disable-gems", "-e",
                WORDS);
    }

    /** Compares the main thread's bytes, and those of all threads where the JVM counts them. */
    private static void runs(Jvm jvm, String interval, String jar, String... command) {
        jvm.require();
        // Stacks that are cut or counted as [other stacks] do not show that `run` is below them.
        try (Target target = TestJvm.on(jvm, "Counted", command)
                .with(workload(jar))
                .options("-Xmx1g")
                .recording("interval=" + interval, "depth=1024", "max-size=1g")
                .start()) {
            assertEquals(0, target.child().await(Duration.ofMinutes(5)), target.toString());
            long truth = countedBy(target);
            Sum counted = target.profile().through("Counted.run").total();
            agrees(target.profile().info(), counted.bytes(), counted.bytesError(), truth);
            if (jvm == Jvm.JDK_25) {
                agrees(target.profile());
            }
        }
    }

    private static long countedBy(Target target) {
        String start = "counted ";
        return target.out().lines()
                .filter(line -> line.startsWith(start))
                .mapToLong(line -> Long.parseLong(line.substring(start.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("It did not end: " + target));
    }

    private static void agrees(RecordedProfile profile) {
        Figure total = profile.profile().total();
        assertTrue(profile.info().jvmAllocated() > 0, "This JVM counts for all of its threads");
        agrees(profile.info(), total.bytes(), total.bytesError(), profile.info().jvmAllocated());
    }

    private static void agrees(ProfileInfo info, double bytes, double error, long truth) {
        double allowed = info.sampled() ? Math.max(4 * error, 0.05 * truth) : 0.005 * truth;
        assertTrue(Math.abs(bytes - truth) <= allowed, String.format(
                "%.0f bytes, standard error %.0f; the JVM counts %d: %.2f %%",
                bytes, error, truth, 100 * bytes / truth));
    }

    private static Path ecjJar() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith("ecj-"))
                .findFirst().orElseThrow();
    }

    private static Path workload(String jar) {
        String given = System.getenv("JDHAT_BENCH");
        Path folder = given != null
                ? Path.of(given)
                : Path.of(System.getProperty("user.home"), ".cache/jdhat-test/bench");
        Path path = folder.resolve(jar);
        if (!Files.exists(path)) {
            Needs.missing(jar, "run tests/workloads/fetch");
        }
        return path;
    }
}
