// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The JVMs that tests run on. */
public enum Jvm {
    JDK_17(17, "openjdk-17", "*17*"),
    JDK_25(25, "jdk-25", "*25*"),
    JRE_11(11, "linux-x64-11", null),
    JRE_21(21, "linux-x64-21", null),
    MUSL_17(17, "linux-musl-x64-17", null);

    /**
     * A lock of JUnit's: who looks into every JVM of this user, as `jdhat ps` does, also looks into
     * those of other tests, and a JVM says so on its error stream.
     */
    public static final String ALL = "every JVM of this user";

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final Path MUSL_LOADER = Path.of("/lib/ld-musl-x86_64.so.1");

    private final int feature;
    private final String folder;
    private final String pattern;
    private Optional<Path> home;

    Jvm(int feature, String folder, String pattern) {
        this.feature = feature;
        this.folder = folder;
        this.pattern = pattern;
    }

    /** The Java version, as a feature number. */
    public int feature() {
        return feature;
    }

    /** Where it is, when it is on this machine. The variable JDHAT_<name> names another place. */
    public synchronized Optional<Path> home() {
        if (home == null) {
            home = find().filter(path -> Files.isExecutable(path.resolve("bin/java")));
        }
        return home;
    }

    /** Where it is; ends the test where it is missing. */
    public Path require() {
        if (home().isEmpty()) {
            Needs.missing(this + " (a Java runtime)",
                    "run tests/jvms/fetch, or set JDHAT_" + name());
        }
        return home().orElseThrow();
    }

    private Optional<Path> find() {
        String given = System.getenv("JDHAT_" + name());
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        if (this == MUSL_17 && !Files.exists(MUSL_LOADER)) {
            return Optional.empty();
        }
        if (pattern == null) {
            return Optional.of(fetched().resolve(folder));
        }
        if (Runtime.version().feature() == feature) {
            return Optional.of(Path.of(System.getProperty("java.home")));
        }
        return installed();
    }

    private Optional<Path> installed() {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(INSTALLED, pattern)) {
            for (Path path : homes) {
                if (Files.isExecutable(path.resolve("bin/javac"))) {
                    return Optional.of(path);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path fetched() {
        String given = System.getenv("JDHAT_JVMS");
        return given != null
                ? Path.of(given)
                : Path.of(System.getProperty("user.home"), ".cache/jdhat-test/jvms");
    }
}
