// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

class FailuresTest {
    @TempDir Path folder;

    @Command(name = "show")
    private static final class Show {}

    private String failed(Exception e) throws Exception {
        TestShell shell = new TestShell(folder);
        assertEquals(3, Failures.failed(shell.shell(), new CommandLine(new Show()), e));
        return shell.err();
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }

    @Test
    void whatTheSystemRefusesIsNamed() throws Exception {
        assertEquals(
                line("jdhat show: /p/a.json: permission denied"),
                failed(new AccessDeniedException("/p/a.json")));
        assertEquals(
                line("jdhat show: /p/a.json: Too many open files"),
                failed(new FileSystemException("/p/a.json", null, "Too many open files")));
        assertEquals(line("jdhat show: no space"), failed(new IOException("no space")));
        assertEquals(line("jdhat show: so it is"), failed(new CommandFailed("so it is.")));
    }

    @Test
    void whatNobodyForesawIsNoSentence() {
        IllegalStateException e = new IllegalStateException("a bug");
        assertEquals(
                e,
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Failures.failed(
                                        new TestShell(folder).shell(),
                                        new CommandLine(new Show()),
                                        e)));
    }
}
