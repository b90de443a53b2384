// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The launcher in a checkout of its own, with tools that only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String MAVEN =
            "#!/bin/sh\nmkdir -p cli/target && echo jar > cli/target/jdhat.jar";

    @TempDir Path folder;

    private Path root;
    private Path tools;

    @BeforeEach
    void checkout() throws Exception {
        root = Files.createDirectories(folder.resolve("a checkout"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("../jdhat"), root.resolve("jdhat"));
        for (String part : new String[] {"native", "java", "cli"}) {
            Files.createDirectories(root.resolve(part).resolve("src/main"));
        }
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("CMakeLists.txt"), "");
        for (String tool : new String[] {"cmake", "cc", "javac"}) {
            tool(tool, "#!/bin/sh");
        }
        tool("mvn", MAVEN);
        java("17.0.1");
        for (String tool :
                new String[] {
                    "dirname",
                    "readlink",
                    "sed",
                    "head",
                    "find",
                    "mktemp",
                    "touch",
                    "rm",
                    "mkdir",
                    "cat"
                }) {
            tool(tool, "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"");
        }
    }

    @Test
    void buildsOnceAndStarts() throws Exception {
        String said = launch(0, root.resolve("jdhat"), "show", "a b");
        assertEquals(
                "jdhat: building jdhat …\n-XX:+UseSerialGC|-jar|"
                        + root.toRealPath()
                        + "/cli/target/jdhat.jar|show|a b|\n",
                said);
        assertTrue(launch(0, root.resolve("jdhat")).startsWith("-XX"), said);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch(0, root.resolve("jdhat"));
        Path source = Files.writeString(root.resolve("native/src/main/x.c"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertTrue(launch(0, root.resolve("jdhat")).startsWith("jdhat: building jdhat …\n"));
    }

    @Test
    void whatIsBuiltOrTestedIsNoSource() throws Exception {
        launch(0, root.resolve("jdhat"));
        for (String name : new String[] {"java/target", "cli/src/test"}) {
            Path file =
                    Files.writeString(Files.createDirectories(root.resolve(name)).resolve("x"), "");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        }
        assertTrue(launch(0, root.resolve("jdhat")).startsWith("-XX"));
    }

    @Test
    void throughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("one"), Path.of("a checkout/jdhat"));
        Path second = Files.createSymbolicLink(tools.resolve("two"), link);
        assertTrue(launch(0, second).endsWith(root.toRealPath() + "/cli/target/jdhat.jar|\n"));
    }

    @Test
    void namesEveryToolThatIsMissing() throws Exception {
        for (String tool : new String[] {"mvn", "cmake", "cc", "javac"}) {
            Files.delete(tools.resolve(tool));
        }
        assertEquals(
                "jdhat: mvn not found: install Maven 3.8 or newer (Debian: maven) to build jdhat\n"
                    + "jdhat: cmake not found: install CMake 3.20 or newer (Debian: cmake) to build"
                    + " jdhat\n"
                    + "jdhat: no C compiler found: install gcc or clang (Debian: build-essential)"
                    + " to build jdhat\n"
                    + "jdhat: javac not found: install a JDK (Debian: openjdk-17-jdk-headless) to"
                    + " build jdhat\n",
                launch(3, root.resolve("jdhat")));
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        java("1.8.0_402");
        assertEquals(
                "jdhat: "
                        + tools
                        + "/java is Java 8, jdhat needs 17 or newer: set JAVA_HOME to one\n",
                launch(3, root.resolve("jdhat")));
    }

    @Test
    void noJavaAtAll() throws Exception {
        Files.delete(tools.resolve("java"));
        assertEquals(
                "jdhat: no java found: install a JDK 17 or newer and put its bin on PATH, or set"
                        + " JAVA_HOME\n",
                launch(3, root.resolve("jdhat")));
    }

    @Test
    void aFailedBuildShowsItsOutput() throws Exception {
        tool("mvn", "#!/bin/sh\necho no luck\nexit 1");
        assertEquals(
                "jdhat: building jdhat …\nno luck\njdhat: the build failed; its output is above\n",
                launch(3, root.resolve("jdhat")));
    }

    private String launch(int exitCode, Path launcher, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = launcher.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), output);
        return output;
    }

    private void java(String version) throws IOException {
        tool(
                "java",
                "#!/bin/sh\nif [ \"$1\" = -version ]; then echo 'openjdk version \""
                        + version
                        + "\" 2026-01-01' >&2; else printf '%s|' \"$@\"; echo; fi");
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Path onPath(String tool) {
        for (String entry : System.getenv("PATH").split(":")) {
            Path file = Path.of(entry, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException(tool + " is not on PATH");
    }
}
