// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the build made, and the folders the tests use. */
public final class Built {
    private static final Path ROOT =
            Path.of(System.getProperty("jdhat.root", "..")).toAbsolutePath().normalize();
    private static final Path RUNS =
            emptied(ROOT.resolve(System.getProperty("jdhat.runs", "tests/target/runs")));
    private static Path agent;

    private Built() {}

    /** The folder of the project. */
    public static Path root() {
        return ROOT;
    }

    /** The jar that a user downloads. */
    public static Path jar() {
        return Path.of(System.getProperty("jdhat.jar", ROOT + "/cli/target/jdhat.jar"));
    }

    /** The class path of the test programs. */
    public static Path programs() {
        return ROOT.resolve("tests/target/test-classes");
    }

    /** A new empty folder, kept after the run so that a failure can be looked into. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(RUNS, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The agent's library. `-Djdhat.agent=PATH` names one that was built apart; otherwise the jar
     * is asked, as a script would.
     */
    public static synchronized Path agent() {
        if (agent == null) {
            String given = System.getProperty("jdhat.agent", "");
            agent = Path.of(given.isEmpty() ? agentOfJar() : given);
        }
        return agent;
    }

    private static String agentOfJar() {
        Path java = Jvm.JDK_17.require().resolve("bin/java");
        List<String> command = List.of(java.toString(), "-jar", jar().toString(), "agent-path");
        try (Child child = Child.start(command, folder("agent-path"))) {
            if (child.await(Duration.ofSeconds(60)) != 0) {
                throw new AssertionError("jdhat agent-path failed: " + child.err());
            }
            return child.out().strip();
        }
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> inside = Files.walk(folder)) {
                    for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
