// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The commands that take a file or a running JVM. */
@Timeout(60)
class FileOrTargetTest {
    private static final String NL = System.lineSeparator();

    @TempDir Path folder;

    private String failure(int code, String... arguments) {
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(arguments), shell.err());
        assertEquals("", shell.out());
        return shell.err();
    }

    /** Tells that it runs, and ends when its input does. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws IOException {
            System.out.write('!');
            System.out.flush();
            System.in.read();
        }
    }

    /** A jar of a name that no other JVM has. */
    private String waitingJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Waiting.class.getName());
        String name = "twin-" + ProcessHandle.current().pid() + ".jar";
        String entry = Waiting.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(folder.resolve(name)), manifest)) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(Waiting.class.getResourceAsStream("/" + entry).readAllBytes());
        }
        return name;
    }

    private Process start(String jar) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(java, "-Xmx16m", "-XX:+UseSerialGC", "-jar", "lib/" + jar)
                        .directory(folder.toFile())
                        .start();
        assertEquals('!', process.getInputStream().read());
        return process;
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "leaks"})
    void severalJvmsHaveThatName(String command) throws Exception {
        String jar = waitingJar();
        Files.createDirectory(folder.resolve("lib"));
        Files.move(folder.resolve(jar), folder.resolve("lib").resolve(jar));
        List<Process> twins = new ArrayList<>();
        try {
            twins.add(start(jar));
            twins.add(start(jar));
            twins.sort((one, two) -> Long.compare(one.pid(), two.pid()));
            String fits =
                    String.format(
                            "'%1$s' fits 2 JVMs: %2$d (%1$s), %3$d (%1$s); give the process id",
                            jar, twins.get(0).pid(), twins.get(1).pid());
            assertEquals("jdhat status: " + fits + NL, failure(3, "status", jar));
            assertEquals(
                    "jdhat "
                            + command
                            + ": "
                            + folder.resolve(jar)
                            + " does not exist, and "
                            + fits
                            + NL,
                    failure(3, command, jar));
            Process other = twins.remove(1);
            other.destroy();
            other.waitFor();
            assertEquals(
                    "jdhat "
                            + command
                            + ": jdhat is not in process "
                            + twins.get(0).pid()
                            + "; start it with: jdhat start "
                            + twins.get(0).pid()
                            + NL,
                    failure(3, command, jar));
            // A file of that name wins.
            Files.writeString(folder.resolve(jar), "this is a text and no recording, however long");
            assertTrue(
                    failure(3, command, jar)
                            .startsWith(
                                    "jdhat "
                                            + command
                                            + ": "
                                            + folder.resolve(jar)
                                            + " is neither a recording"));
        } finally {
            twins.forEach(Process::destroy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "leaks"})
    void neitherAFileNorAJvm(String command) {
        assertEquals(
                "jdhat "
                        + command
                        + ": "
                        + folder.resolve("no.jdhat")
                        + " does not exist, and no JVM has 'no.jdhat' in the name of its main"
                        + " class; 'jdhat ps' lists them"
                        + NL,
                failure(3, command, "no.jdhat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "leaks"})
    void aProcessThatIsNotThere(String command) {
        assertEquals(
                "jdhat "
                        + command
                        + ": no process has the id 999999999 (any more); 'jdhat ps' lists the JVMs"
                        + NL,
                failure(3, command, "999999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "leaks"})
    void helpSaysBothAndWhichWins(String command) {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run(command, "--help"));
        String words = shell.out().replaceAll("\\s+", " ");
        assertTrue(
                words.contains(
                        ", or a JVM that records now: its process id, or a part of its main class"
                                + " or jar that no other has. A file of that name wins."),
                words);
    }
}
