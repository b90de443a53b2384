// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class MainTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "attach",
                "start",
                "stop",
                "dump",
                "mark",
                "status",
                "ps",
                "report",
                "show",
                "diff",
                "check",
                "merge",
                "export",
                "leaks",
                "html",
                "view",
                "agent-path",
                "completion",
                "generate-completion"
            })
    void everyCommandHasHelpWithExitCodes(String command) {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run(command, "--help"));
        assertTrue(
                shell.out().startsWith("Usage: jdhat " + command.replace("generate-", "")),
                shell.out());
        assertTrue(shell.out().contains("Exit codes:"), shell.out());
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    shell.out().contains("  " + code.code() + "  " + code.meaning()), shell.out());
        }
        assertEquals("", shell.err());
    }

    @Test
    void exitCodesAreFixed() {
        assertEquals(
                "0 1 2 3",
                ExitCode.OK.code()
                        + " "
                        + ExitCode.NO.code()
                        + " "
                        + ExitCode.USAGE.code()
                        + " "
                        + ExitCode.FAILED.code());
    }

    @Test
    void helpListsEveryCommandInOrder() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("help"));
        assertTrue(
                shell.out()
                        .matches(
                                "(?s).*\n"
                                        + "  demo .*\n"
                                        + "  run .*\n"
                                        + "  attach .*\n"
                                        + "  start .*\n"
                                        + "  stop .*\n"
                                        + "  dump .*\n"
                                        + "  mark .*\n"
                                        + "  status .*\n"
                                        + "  ps .*\n"
                                        + "  report .*\n"
                                        + "  show .*\n"
                                        + "  html .*\n"
                                        + "  view .*\n"
                                        + "  agent-path .*\n"
                                        + "  completion, .*\n"
                                        + "  help .*"),
                shell.out());
    }

    @Test
    void versionIsOneOfOurs() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("--version"));
        assertTrue(shell.out().matches("(?s)jdhat \\d+\\.\\d+\\.\\d+\\RJava .*"), shell.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|jdhat: Missing command",
                "profile|jdhat: Unknown command: 'profile'",
                "help profile|jdhat: Unknown command: 'profile'",
                "profile --by=end|jdhat: Unknown command: 'profile'",
                "show a.json b.json|jdhat show: One argument too many: 'b.json'",
                "show a.json --bye|jdhat show: Unknown option: '--bye'",
                "view|jdhat view: Missing required parameter: 'FILE|PID|NAME'",
                "leaks|jdhat leaks: Missing required parameter: 'RECORDING|PID|NAME'",
                "check|jdhat check: Missing required parameter: 'FILE'",
                "attach|jdhat attach: Missing required parameter: 'PID|NAME'",
                "run|jdhat run: Missing required parameter: 'COMMAND'",
                "report a.jdhat --peak=high|jdhat report: Invalid value for option '--peak':"
                        + " expected one of",
                "run --interval=2x true|jdhat run: Invalid value for option '--interval': '2x' is"
                        + " not a size as 512k or 1g, or exact or auto",
                "attach 1 --duration=soon|jdhat attach: Invalid value for option '--duration':"
                        + " 'soon' is not a time as 30s or 5m",
                "attach 1 --report=a.json -o b.json|jdhat attach: --report and -o both name the"
                        + " profile: give one",
                "mark 1|jdhat mark: Missing required parameter: 'MARK'",
                "show|jdhat show: Missing required parameter: 'FILE'"
            })
    void wrongUsageIsSaidAndIsTwo(String line, String message) {
        TestShell shell = new TestShell(folder);
        assertEquals(2, line == null ? shell.run() : shell.run(line.split(" ")));
        assertTrue(shell.err().startsWith(message), shell.err());
        assertTrue(shell.err().contains("\nUsage: jdhat"), shell.err());
        assertEquals("", shell.out());
    }

    @Test
    void failuresAreOneLineAndThree() {
        TestShell shell = new TestShell(folder);
        assertEquals(3, shell.run("report", "no.jdhat"));
        assertEquals(
                "jdhat report: "
                        + folder.resolve("no.jdhat")
                        + " does not exist"
                        + System.lineSeparator(),
                shell.err());
    }

    @Test
    void aFileThatIsNeitherKindIsRefused() throws Exception {
        Files.writeString(folder.resolve("text"), "hello, world, this is no recording at all");
        TestShell shell = new TestShell(folder);
        assertEquals(3, shell.run("show", "text"));
        assertTrue(shell.err().startsWith("jdhat show: "), shell.err());
        assertTrue(shell.err().contains("text"), shell.err());
        assertEquals(1, shell.err().lines().count());
    }

    /** Files of one kind, and where a profile goes, are asked for in one way everywhere. */
    @Test
    void oneWordingForOneThing() {
        String file =
                "FILE                   A recording (*.jdhat), or a profile in DHAT's\n"
                        + "                               format from any tool.\n";
        for (String command : List.of("show", "html", "check", "export")) {
            assertTrue(help(command).contains("\n      " + file), help(command));
        }
        String output =
                "\n  -o, --output=FILE          Where to write the profile; - is stdout."
                        + " Default:\n";
        for (String command : List.of("attach", "stop", "dump", "report")) {
            assertTrue(help(command).contains(output), help(command));
        }
        for (String command : List.of("html", "merge", "export")) {
            assertTrue(help(command).contains("- is\n") || help(command).contains("- is stdout"));
        }
        for (String command : List.of("diff", "leaks")) {
            assertTrue(
                    help(command).matches("(?s).*\n      --top=N +How many sites. Default: 10.\n"
                            + "      --depth=N +Frames of a site. Default: 8.\n.*"),
                    help(command));
        }
    }

    /** Picocli breaks lines behind dots and quotes as well as at spaces. */
    @Test
    void nameAndPatternsOfFilesAreWhole() {
        String run = help("run");
        assertTrue(run.contains(" files are there. Default: jdhat-%p%n.jdhat.\n"), run);
        assertTrue(run.contains("Default: dhat-heap.json; dhat-ad-hoc.json for ad\n"), run);
        for (String command : List.of("show", "html", "view", "diff", "leaks", "export")) {
            assertTrue(
                    help(command).matches(
                            "(?s).*\n {27,31}'class:~\"HashMap\\.\\*\" &"
                                    + " !frame:\"org\\.junit\\.\"[^\n]*\n.*"),
                    help(command));
        }
    }

    private String help(String command) {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run(command, "--help"));
        return shell.out();
    }

    @Test
    void coloursOnlyOnATerminal() {
        TestShell plain = new TestShell(folder, Map.of("TERM", "xterm"));
        plain.run("--help");
        assertFalse(plain.out().contains("\u001b["));
    }

    @Test
    void completionIsAScript() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("completion"));
        assertTrue(shell.out().startsWith("#!/usr/bin/env bash"));
        assertTrue(shell.out().contains("agent-path"));
        assertTrue(shell.out().contains("function _picocli_jdhat_mark()"));
        assertTrue(shell.out().contains("(\"heap\" \"ad-hoc\" \"both\")"), shell.out());
    }
}
