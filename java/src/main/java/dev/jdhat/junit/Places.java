// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a build keeps what tests write and what they are compared with. */
final class Places {
    private Places() {
    }

    /**
     * The folder of reports: that of the system property {@code jdhat.reports}, or {@code jdhat} in
     * the folder where the build tool puts its output, or a temporary one.
     */
    static Path reports() throws IOException {
        String named = System.getProperty("jdhat.reports");
        if (named != null) {
            return base().resolve(named);
        }
        if (has("target") || has("pom.xml")) {
            return base().resolve("target").resolve("jdhat");
        }
        if (has("build") || has("build.gradle") || has("build.gradle.kts")) {
            return base().resolve("build").resolve("jdhat");
        }
        return Files.createTempDirectory("jdhat-");
    }

    /** The folder of baselines: {@code jdhat.baselines}, or {@code src/test/jdhat}. */
    static Path baselines() {
        return base().resolve(System.getProperty("jdhat.baselines", "src/test/jdhat"));
    }

    /** A path as short as the working folder allows. */
    static Path shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = base();
        return absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    }

    /** The module's folder: Surefire says it; elsewhere it is the working folder. */
    private static Path base() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    }

    private static boolean has(String name) {
        return Files.exists(base().resolve(name));
    }
}
