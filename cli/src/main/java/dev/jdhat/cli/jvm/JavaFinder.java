// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the {@code java} that a command will most likely start. */
public final class JavaFinder {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private JavaFinder() {}

    /** The java of this JVM. */
    public static Path own() {
        return binary(Path.of(System.getProperty("java.home")));
    }

    /**
     * The command itself where it is a java; else what start scripts look for: JAVA_HOME, then
     * PATH.
     */
    public static Optional<Path> of(String program, Map<String, String> environment, Path folder) {
        Path path = Path.of(program);
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        boolean java = name.equals("java") || WINDOWS && name.equalsIgnoreCase("java.exe");
        if (java && path.getNameCount() > 1) {
            return executable(folder.resolve(path));
        }
        String home = environment.getOrDefault("JAVA_HOME", "");
        Optional<Path> atHome =
                java || home.isEmpty()
                        ? Optional.empty()
                        : executable(binary(folder.resolve(home)));
        return atHome.isPresent() ? atHome : onPath(environment.getOrDefault("PATH", ""), folder);
    }

    private static Optional<Path> onPath(String path, Path folder) {
        for (String entry : path.split(File.pathSeparator)) {
            Path file = folder.resolve(entry).resolve(WINDOWS ? "java.exe" : "java");
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Path binary(Path home) {
        return home.resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
    }

    private static Optional<Path> executable(Path file) {
        return Optional.of(file).filter(Files::isExecutable);
    }
}
