// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.cli.TestShell;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.ThreadShare;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class ShowTest {
    private static final Path RECORDINGS =
            Path.of("../tests/recordings/v1").toAbsolutePath().normalize();
    private static final String GOLDEN = RECORDINGS.resolve("golden.jdhat").toString();

    @TempDir Path folder;

    @Test
    void theGoldenRecording() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("show", GOLDEN, "--top=1"), shell.err());
        assertTrue(shell.out().startsWith("Command:    demo.Shop --café 3"), shell.out());
        assertTrue(shell.out().contains("\nProcess:    4711, Java 17, G1"), shell.out());
        assertTrue(
                shell.out().contains("\nNote:       4 blocks were lost: max-memory is used up"),
                shell.out());
        assertTrue(shell.out().contains("\n  1. "), shell.out());
        assertTrue(shell.out().contains("\n     demo.Shop.order (Shop.java:42)"), shell.out());
        assertEquals("", shell.err());
    }

    @Test
    void rankedByEachFigure() {
        for (String by : new String[] {"total", "peak", "end"}) {
            TestShell shell = new TestShell(folder);
            assertEquals(0, shell.run("show", GOLDEN, "--by=" + by, "--tree"), shell.err());
            assertTrue(shell.out().contains("100.0 %"), shell.out());
        }
    }

    @Test
    void packedProfilesAreShownLikeOthers() throws Exception {
        new TestShell(folder).run("report", GOLDEN, "-o", "golden.json");
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(folder.resolve("golden.json.gz")))) {
            Files.copy(folder.resolve("golden.json"), out);
        }
        TestShell plain = new TestShell(folder);
        TestShell packed = new TestShell(folder);
        assertEquals(0, plain.run("show", "golden.json"), plain.err());
        assertEquals(0, packed.run("show", "golden.json.gz"), packed.err());
        assertEquals(plain.out(), packed.out());
    }

    @Test
    void putTogetherByClassAndByPackage() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("show", GOLDEN, "--by=class"), shell.err());
        assertTrue(shell.out().contains("\nat t-gmax "), shell.out());
        assertTrue(shell.out().contains("  class\n"), shell.out());
        TestShell other = new TestShell(folder);
        assertEquals(0, other.run("show", GOLDEN, "--by=package,total", "--top=1"), other.err());
        assertTrue(other.out().contains("\nover the run "), other.out());
        TestShell wrong = new TestShell(folder);
        assertEquals(2, wrong.run("show", GOLDEN, "--by=end,peak"));
        assertEquals(
                "jdhat show: Invalid value for option '--by': 'peak' is none of site, class,"
                        + " package, thread",
                wrong.err().lines().findFirst().get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--by=most|'most' is none of total, peak, end, site, class, package, thread",
                "--by=class,site|'site' is none of total, peak, end",
                "--by=end,class,site|'site' is one word too many",
                "--top=-1|'-1' is not a number as 0 or 10",
                "--top=many|'many' is not a number as 0 or 10",
                "--depth=-1|'-1' is not a number as 0 or 10",
                "--depth=2147483648|'2147483648' is not a number as 0 or 10"
            })
    void whatIsNoValue(String option, String reason) {
        TestShell shell = new TestShell(folder);
        assertEquals(2, shell.run("show", GOLDEN, option));
        assertEquals(
                "jdhat show: Invalid value for option '"
                        + option.substring(0, option.indexOf('='))
                        + "': "
                        + reason,
                shell.err().lines().findFirst().get());
    }

    @Test
    void noSiteAtAllIsFew() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("show", GOLDEN, "--top=0"), shell.err());
        assertEquals(-1, shell.out().indexOf("  1. "), shell.out());
    }

    @Test
    void putTogetherByThread() throws Exception {
        write("threads.json", List.of(
                new ThreadShare("main", Figure.of(96, 6), Figure.UNKNOWN, Figure.UNKNOWN),
                new ThreadShare("pool\u001b[2J-*", Figure.of(32, 2), Figure.UNKNOWN,
                        Figure.UNKNOWN)));
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("show", "threads.json", "--by=thread,total"), shell.err());
        assertTrue(
                shell.out()
                        .endsWith(
                                "\n"
                                        + "over the run  bytes    blocks  sites  thread\n"
                                        + "      75.0 %     96         6      1  main\n"
                                        + "      25.0 %     32         2      1  pool?[2J-*\n"),
                shell.out());
        TestShell json = new TestShell(folder);
        assertEquals(0, json.run("show", "threads.json", "--by=thread,total", "--json"));
        assertTrue(
                json.out().contains("{\"name\":\"main\",\"sites\":1,\"total\":{\"bytes\":96,"),
                json.out());
    }

    @Test
    void threadsThatWereNotToldApartAreNot() throws Exception {
        write("plain.json", List.of());
        TestShell shell = new TestShell(folder);
        assertEquals(3, shell.run("show", "plain.json", "--by=thread"));
        assertEquals(
                "jdhat show: plain.json does not tell threads apart; record with --threads=name or"
                        + " --threads=pool"
                        + System.lineSeparator(),
                shell.err());
    }

    private void write(String name, List<ThreadShare> threads) throws Exception {
        ProgramPoint point =
                ProgramPoint.builder()
                        .frames(List.of("a.B.c (B.java:1)"))
                        .total(Figure.of(128, 8))
                        .threads(threads)
                        .build();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            DhatWriter.write(
                    Profile.builder(ProfileInfo.builder().version("0.1.0").build())
                            .points(List.of(point))
                            .build(),
                    out);
        }
    }

    @Test
    void jsonForScripts() throws Exception {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("show", GOLDEN, "--json", "--top=1"), shell.err());
        JsonNode json = new ObjectMapper().readTree(shell.out());
        assertEquals(1, json.get("jdhatSitesVersion").intValue());
        assertEquals("demo.Shop --café 3", json.get("command").textValue());
        assertEquals(1, json.get("sites").size());
        assertTrue(json.get("sites").get(0).get("stack").size() > 0);
        long peak = json.get("sites").get(0).get("peak").get("bytes").longValue();
        assertTrue(peak > 0 && peak <= json.get("peak").get("bytes").longValue());
        TestShell groups = new TestShell(folder);
        assertEquals(0, groups.run("show", GOLDEN, "--json", "--by=class,total"), groups.err());
        JsonNode classes = new ObjectMapper().readTree(groups.out());
        long sum = 0;
        for (JsonNode group : classes.get("groups")) {
            sum += group.get("total").get("bytes").longValue();
        }
        assertEquals(classes.get("total").get("bytes").longValue(), sum);
    }

    @Test
    void aReportShowsTheSameAsItsRecording() {
        TestShell report = new TestShell(folder);
        assertEquals(0, report.run("report", GOLDEN, "-o", "golden.json"), report.err());
        assertTrue(report.err().contains("jdhat: Total:"), report.err());
        assertTrue(report.err().contains("golden.json"), report.err());
        TestShell recording = new TestShell(folder);
        recording.run("show", GOLDEN, "--tree");
        TestShell json = new TestShell(folder);
        assertEquals(0, json.run("show", "golden.json", "--tree"), json.err());
        assertEquals(
                tree(recording.out()).replaceAll(" ± \\S+ %", ""),
                tree(json.out()).replaceAll(" ± \\S+ %", ""));
    }

    @Test
    void aReportToStdoutIsNothingButJson() throws Exception {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("report", GOLDEN, "-o", "-"), shell.err());
        assertTrue(shell.out().startsWith("{\"dhatFileVersion\":2"), shell.out());
        assertTrue(shell.out().contains("\"mode\":\"jvm-heap\""), shell.out());
        assertEquals(
                "jdhat: stdout has the profile of the heap only; for that of the ad hoc events too"
                        + " name a file: -o FILE"
                        + System.lineSeparator(),
                shell.err());
        assertEquals(0, Files.list(folder).count());
    }

    @Test
    void aReportThatCannotBeWrittenNamesTheReason() {
        TestShell shell = new TestShell(folder);
        assertEquals(3, shell.run("report", GOLDEN, "-o", "no/such/folder.json"));
        assertEquals(
                "jdhat report: cannot write "
                        + folder.resolve("no/such/folder.json")
                        + ": there is no such folder"
                        + System.lineSeparator(),
                shell.err());
    }

    @Test
    void damagedRecordingsAreOneLine() {
        for (String name : new String[] {"corrupt-header", "newer", "empty"}) {
            TestShell shell = new TestShell(folder);
            assertEquals(
                    3, shell.run("show", RECORDINGS.resolve(name + ".jdhat").toString()), name);
            assertEquals(1, shell.err().lines().count(), shell.err());
            assertTrue(shell.err().startsWith("jdhat show: "), shell.err());
        }
    }

    private static String tree(String text) {
        return text.substring(text.indexOf("100.0 %"));
    }
}
