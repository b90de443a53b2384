// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

@DisabledOnOs(OS.WINDOWS)
class RunTest {
    @TempDir Path folder;

    private TestShell shell() {
        return new TestShell(folder, System.getenv());
    }

    @Test
    void theExitCodeIsTheCommands() {
        assertEquals(7, shell().run("run", "--", "sh", "-c", "exit 7"));
    }

    @Test
    void noJvmIsSaidAndIsThreeWhereTheCommandWorked() throws Exception {
        TestShell shell = shell();
        assertEquals(3, shell.run("run", "--", "sh", "-c", "exit 0"));
        assertTrue(shell.err().startsWith("jdhat"), shell.err());
        assertEquals(0, Files.list(folder).count());
    }

    @Test
    void optionsAfterTheCommandAreItsOwn() throws Exception {
        shell().run("run", "sh", "-c", "echo \"$@\" > said", "sh", "--interval=2x", "--help");
        assertEquals("--interval=2x --help\n", Files.readString(folder.resolve("said")));
    }

    @Test
    void filesOfArgumentsAreItsOwn() throws Exception {
        Files.writeString(folder.resolve("arguments"), "one two");
        String file = "@" + folder.resolve("arguments");
        shell().run("run", "sh", "-c", "echo \"$@\" > said", "sh", file);
        assertEquals(file + "\n", Files.readString(folder.resolve("said")));
    }

    @Test
    void aCommandThatIsNotThere() {
        TestShell shell = shell();
        assertEquals(3, shell.run("run", "no-such-command"));
        assertTrue(
                shell.err().contains("jdhat run: cannot start 'no-such-command': "), shell.err());
        // Said once.
        assertEquals(1, shell.err().split("no-such-command", -1).length - 1, shell.err());
        assertFalse(shell.err().contains(folder.toString()), shell.err());
    }

    @Test
    void anAgentThatCannotBeLoadedNeverKeepsTheCommandFromStarting() throws Exception {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'Could not find agent library x'\nexit 1\n");
        assertTrue(java.toFile().setExecutable(true));
        TestShell shell = shell();
        assertEquals(1, shell.run("run", java.toString(), "anything"));
        assertTrue(shell.err().contains("; running the command without it"), shell.err());
    }

    @Test
    void bothKindsOfQuotesAreSaidAndTheCommandRuns() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("it's 5\""));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("JAVA_TOOL_OPTIONS", "-Dkept=yes");
        TestShell shell = new TestShell(odd, environment);
        assertEquals(3, shell.run("run", "sh", "-c", "echo \"$JAVA_TOOL_OPTIONS\" > said"));
        assertEquals("-Dkept=yes\n", Files.readString(odd.resolve("said")));
        assertFalse(shell.err().isEmpty());
    }

    @Test
    void aWrongPatternIsUsage() {
        TestShell shell = shell();
        assertEquals(2, shell.run("run", "--file=%q", "true"));
        assertTrue(
                shell.err()
                        .startsWith("jdhat run: Invalid value for option '--file': '%q' has '%q'"),
                shell.err());
        TestShell open = shell();
        assertEquals(2, open.run("run", "--only=a(", "true"));
        assertEquals(
                "jdhat run: Invalid value for option '--only': 'a(' is not a regular expression:"
                        + " Unclosed group",
                open.err().lines().findFirst().get());
    }
}
