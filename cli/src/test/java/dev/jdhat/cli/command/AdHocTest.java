// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The ad hoc events of the golden recording, which has blocks as well. */
class AdHocTest {
    private static final String GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize().toString();

    @TempDir Path folder;

    private TestShell run(int code, String... arguments) {
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(arguments), shell.err());
        return shell;
    }

    /** Reports on the golden recording and returns the profile of its events. */
    private String events() {
        run(0, "report", GOLDEN);
        return folder.resolve("dhat-ad-hoc.json").toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aReportForEachUnit() throws IOException {
        List<String> lines = run(0, "report", GOLDEN).err().lines().toList();
        assertEquals(List.of("dhat-ad-hoc.json", "dhat-heap.json"), files());
        int saved =
                lines.indexOf(
                        "jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                                + " dh_view.html");
        assertEquals(
                List.of(
                        "jdhat: Total:      350 units in 5 events",
                        "jdhat: 4 records were lost for want of room: totals are lower bounds",
                        "jdhat: Note: 4 blocks were lost: max-memory is used up",
                        "jdhat: The data has been saved to dhat-ad-hoc.json, and is viewable with"
                                + " dh_view.html"),
                lines.subList(saved + 1, lines.size()));
    }

    @Test
    void aNameThatIsGivenIsThatOfTheHeap() throws IOException {
        run(0, "report", GOLDEN, "-o", "out.json");
        assertEquals(List.of("out-ad-hoc.json", "out.json"), files());
        assertTrue(run(0, "show", "out.json").out().contains("\nAt t-gmax:  "));
        assertFalse(run(0, "show", "out-ad-hoc.json").out().contains("\nAt t-gmax:  "));
    }

    @Test
    void showHasTheWordsOfTheUnit() {
        assertEquals(
                List.of(
                        "Command:    demo.Shop --café 3",
                        "Process:    4711, Java 17, G1",
                        "Total:      350 units in 5 events",
                        "Mark:       loaded 😀?!, 1.5 s after the start",
                        "Note:       4 blocks were lost: max-memory is used up",
                        "",
                        "The largest 1 of 1 sites over the run:",
                        "",
                        "  1. 100.0 %  350 units in 5 events",
                        "     rows read (ad hoc)",
                        "     demo.Shop.serve (Shop.java:61)"),
                run(0, "show", events()).out().lines().toList());
        assertEquals(
                run(0, "show", events()).out(), run(0, "show", events(), "--by=total").out());
    }

    @Test
    void theTreeHasThemToo() {
        List<String> lines = run(0, "show", events(), "--tree").out().lines().toList();
        assertEquals(
                List.of(
                        "100.0 %  350 units in 5 events over the run",
                        "└─ 100.0 %  350 units in 5 events",
                        "   rows read (ad hoc)",
                        "   demo.Shop.serve (Shop.java:61)"),
                lines.subList(lines.indexOf("") + 1, lines.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"peak", "end"})
    void thereIsNoPeakAndNoEnd(String by) {
        TestShell shell = run(2, "show", events(), "--by=" + by);
        assertEquals(
                "jdhat show: Invalid value for option '--by': '"
                        + by
                        + "' is not known of ad hoc events, which have a total only; use --by"
                        + " total",
                shell.err().lines().findFirst().orElse(""));
        assertEquals("", shell.out());
    }

    @Test
    void theShowOfARecordingIsOfTheHeapAndSaysSo() {
        String out = run(0, "show", GOLDEN).out();
        assertTrue(
                out.contains(
                        "\nNote:       the ad hoc events have a profile of their own; jdhat report"
                                + " writes it\n"),
                out);
        assertTrue(out.contains("\nAt t-gmax:  "), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "a\\"})
    void aMarkIsALineOfText(String name) {
        assertEquals(
                "jdhat mark: Invalid value for MARK: '"
                        + name
                        + "' is not a line of text, or ends with a backslash",
                run(2, "mark", "1", name).err().split("\nUsage: ")[0]);
    }

    @Test
    void aMarkHasABound() {
        assertEquals(
                "jdhat mark: Invalid value for MARK: it has 256 bytes, and a mark has at most 255",
                run(2, "mark", "1", "é".repeat(128)).err().lines().findFirst().orElse(""));
    }
}
