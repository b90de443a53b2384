// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.junit.sample.InParallel;
import dev.jdhat.junit.sample.LimitedClass;
import dev.jdhat.junit.sample.LimitedMethods;
import dev.jdhat.junit.sample.Unlimited;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Test classes run by JUnit with the real agent, which enters this JVM. */
class HeapExtensionTest {
    private static final String DETECTION = "junit.jupiter.extensions.autodetection.enabled";

    @TempDir
    Path folder;

    @BeforeEach
    void reportHere() {
        Reports.writeTo(folder);
    }

    /** The first lines of what failed, by the test's name as JUnit shows it. */
    private static Map<String, String> failures(Class<?> tests, String... parameters) {
        Map<String, String> failures = new TreeMap<>();
        Set<String> run = new TreeSet<>();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests));
        for (int i = 0; i < parameters.length; i += 2) {
            request.configurationParameter(parameters[i], parameters[i + 1]);
        }
        LauncherFactory.create().execute(request.build(), new TestExecutionListener() {
            @Override
            public synchronized void executionFinished(TestIdentifier test,
                    TestExecutionResult result) {
                if (test.isTest()) {
                    run.add(test.getDisplayName());
                }
                result.getThrowable().ifPresent(thrown -> failures.put(test.getDisplayName(),
                        thrown.getMessage().split(System.lineSeparator())[0]));
            }
        });
        assertTrue(!run.isEmpty() || !failures.isEmpty());
        return failures;
    }

    @Test
    void limitsOfMethods() {
        String test = "jdhat: LimitedMethods.";
        Map<String, String> failures = failures(LimitedMethods.class);
        assertEquals(test + "allocatesTooMuch() allocated 2,016 bytes in 1 block; the limit is"
                + " 1,024 bytes (992 over)", failures.remove("allocatesTooMuch()"));
        assertEquals(test + "allocatesTwoBlocks() allocated 32 bytes in 2 blocks; the limit is 1"
                + " block (1 over)", failures.remove("allocatesTwoBlocks()"));
        assertEquals(test + "boxes() allocated 16 bytes in 1 block; it must allocate nothing",
                failures.remove("boxes()"));
        assertEquals(test + "holdsTooMuch() held 100,016 bytes in 1 block at its peak; the limit is"
                + " 65,536 bytes (34,480 over)", failures.remove("holdsTooMuch()"));
        assertEquals(test + "leaks() leaked 120 bytes in 1 block per run (3 runs); it must leak"
                + " nothing", failures.remove("leaks()"));
        assertEquals(test + "repeats()[2] allocated 2,016 bytes in 1 block; the limit is 1,024"
                + " bytes (992 over)", failures.remove("repetition 2 of 2"));
        assertEquals("jdhat measures test methods, and the dynamic tests of "
                + LimitedMethods.factory() + " have none; use HeapAssert in them.",
                failures.remove("dynamic()"));
        assertEquals("The limit of @MaxAllocated is \"much\", which is no size; write a number and"
                + " a unit, as in \"64 kB\".", failures.remove("misspelt()"));
        assertEquals(Map.of(), failures);
        assertTrue(Files.exists(folder.resolve("LimitedMethods.profiled.json")));
        assertTrue(Files.exists(folder.resolve("LimitedMethods.repeats[2].json")));
    }

    @Test
    void limitsOfClassesHoldUnlessAMethodSaysOtherwise() {
        assertEquals(Set.of("kilobyte()", "kilobyteInside()"),
                failures(LimitedClass.class).keySet());
    }

    @Test
    void limitsOfAModule() {
        assertEquals(Map.of(), failures(Unlimited.class, "jdhat.max-allocated", "1 kB"));
        Map<String, String> failures = failures(Unlimited.class, DETECTION, "true",
                "jdhat.max-allocated", "1 kB", "jdhat.no-leaks", "true");
        assertEquals(Map.of("twoKilobytes()", "jdhat: Unlimited.twoKilobytes() allocated 2,016"
                + " bytes in 1 block per run (5 runs); the limit is 1,024 bytes per run"
                + " (992 over)"), failures);
    }

    @Test
    void detectedAndNamedItIsOneExtension() {
        failures(LimitedClass.class, DETECTION, "true");
        assertTrue(Files.exists(folder.resolve("LimitedClass.kilobyte.json")));
        assertTrue(Files.notExists(folder.resolve("LimitedClass.kilobyte-2.json")));
    }

    @Test
    void testsInParallelDoNotDisturbOneAnother() {
        Map<String, String> expected = new TreeMap<>();
        for (int i = 1; i <= 4; i++) {
            expected.put("much " + i, "jdhat: InParallel.much()[" + i + "] allocated 5,080,000"
                    + " bytes in 5,000 blocks; the limit is 1 block (4,999 over)");
        }
        assertEquals(expected, failures(InParallel.class,
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
    }
}
