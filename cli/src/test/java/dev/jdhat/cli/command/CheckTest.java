// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.TestShell;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class CheckTest {
    private static final String NL = System.lineSeparator();

    @TempDir Path folder;

    @BeforeEach
    void twoProfiles() throws IOException {
        write("before.json", point("shop.Tag", 200));
        write("after.json", point("shop.Tag", 300), point("shop.<New>", 32));
    }

    private void write(String name, ProgramPoint... points) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            DhatWriter.write(
                    Profile.builder(ProfileInfo.builder().timeAtPeak(1).timeAtEnd(2).build())
                            .points(List.of(points))
                            .build(),
                    out);
        }
    }

    private static ProgramPoint point(String type, long end) {
        Figure figure = Figure.of(end, end / 4);
        return ProgramPoint.builder()
                .allocatedClass(type)
                .frames(List.of(type + " (class)", "shop.Main.main (Main.java:3)"))
                .total(figure)
                .atPeak(figure)
                .atEnd(figure)
                .max(figure)
                .build();
    }

    private TestShell check(int code, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "check";
        words[1] = "after.json";
        System.arraycopy(options, 0, words, 2, options.length);
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(words), shell.out() + shell.err());
        return shell;
    }

    @Test
    void aLineForEachLimit() {
        assertEquals(
                List.of(
                        "FAIL  max-end-bytes=0: 332 bytes in 83 blocks",
                        "        shop.Tag at shop.Main.main (Main.java:3)",
                        "        shop.<New> at shop.Main.main (Main.java:3)",
                        "ok    max-total-growth=2x: 1.66x: 200 bytes before, 332 bytes in 83 blocks",
                        "FAIL  fail-on=new & end>10: 1 site with 32 bytes in 8 blocks at t-end",
                        "        shop.<New> at shop.Main.main (Main.java:3)",
                        "ok    fail-on=gone: no site"),
                check(
                                1,
                                "--baseline=before.json",
                                "--max-end-bytes=0",
                                "--max-total-growth=2x",
                                "--fail-on=new & end>10",
                                "--fail-on=gone")
                        .out()
                        .lines()
                        .toList());
    }

    @Test
    void whatIsKeptIsCodeZero() {
        assertEquals(
                "ok    max-peak-bytes=1kB: 332 bytes in 83 blocks" + NL,
                check(0, "--max-peak-bytes=1kB").out());
    }

    @Test
    void everyLimitHasAnOption() {
        String out =
                check(
                                1,
                                "--baseline=before.json",
                                "--max-total-bytes=1",
                                "--max-total-blocks=1",
                                "--max-total-growth=1x",
                                "--max-peak-bytes=1",
                                "--max-peak-blocks=1",
                                "--max-peak-growth=1x",
                                "--max-end-bytes=1",
                                "--max-end-blocks=1",
                                "--max-end-growth=1x")
                        .out();
        assertEquals(9, out.lines().filter(line -> line.startsWith("FAIL  max-")).count(), out);
    }

    @Test
    void limitsFromAFileUnlessTheCommandLineHasThem() throws IOException {
        Files.writeString(
                folder.resolve("jdhat.properties"),
                "max-end-bytes=0\nmax-end-blocks=100\nfail-on.big=size>1MB\n"
                        + "suppress.new.where=class:New\nsuppress.new.reason=a cache\n");
        assertEquals(
                List.of(
                        "FAIL  max-end-bytes=0: 300 bytes in 75 blocks",
                        "        shop.Tag at shop.Main.main (Main.java:3)",
                        "ok    max-end-blocks=100: 300 bytes in 75 blocks",
                        "ok    fail-on.big=size>1MB: no site",
                        "note  suppressed by new (a cache): 1 site with 32 bytes in 8 blocks at"
                                + " t-end"),
                sorted(check(1).out()));
        check(0, "--max-end-bytes=300");
        assertEquals(
                "jdhat check: " + folder.resolve("none.properties") + " does not exist" + NL,
                check(3, "--limits=none.properties").err());
    }

    /** A file has its limits by name. */
    private static List<String> sorted(String out) {
        List<String> lines = out.lines().toList();
        int bytes = lines.indexOf("FAIL  max-end-bytes=0: 300 bytes in 75 blocks");
        return List.of(
                lines.get(bytes),
                lines.get(bytes + 1),
                lines.stream().filter(line -> line.contains("max-end-blocks")).findFirst().get(),
                lines.stream().filter(line -> line.contains("fail-on")).findFirst().get(),
                lines.get(lines.size() - 1));
    }

    @Test
    void wrongUse() throws IOException {
        assertTrue(
                check(2)
                        .err()
                        .startsWith(
                                "jdhat check: There is nothing to check; give a limit such as"
                                        + " --max-end-bytes=0, or a file of limits with --limits"
                                        + NL));
        assertTrue(
                check(2, "--max-end-growth=2x")
                        .err()
                        .startsWith(
                                "jdhat check: max-end-growth=2x needs an earlier profile; name it"
                                        + " with --baseline"
                                        + NL));
        Files.writeString(folder.resolve("none"), "# no limit\n");
        assertTrue(
                check(2, "--limits=none")
                        .err()
                        .startsWith(
                                "jdhat check: none has no limit; give a limit such as"
                                        + " --max-end-bytes=0, or a file of limits with --limits"
                                        + NL));
        Files.write(folder.resolve("binary"), new byte[] {'a', (byte) 0xff});
        assertTrue(
                check(2, "--limits=binary")
                        .err()
                        .startsWith("jdhat check: binary: It is not text in UTF-8." + NL));
        assertEquals(
                "jdhat check: " + folder.resolve("missing") + " does not exist" + NL,
                check(3, "--limits=missing").err());
        assertTrue(
                check(3, "--limits=.")
                        .err()
                        .matches("jdhat check: cannot read \\Q" + folder + "\\E: .+" + NL));
        assertTrue(
                check(2, "--max-end-bytes=lots")
                        .err()
                        .contains("must be a number of bytes; write it like 512, 64kB or 1.5MB"));
        Files.writeString(folder.resolve("jdhat.properties"), "max-end=0\n");
        assertTrue(
                check(2)
                        .err()
                        .startsWith("jdhat check: jdhat.properties: There is no limit max-end;"));
    }

    @Test
    void aFigureThatIsNotThereIsNoAnswer() throws IOException {
        write("after.json");
        Files.writeString(
                folder.resolve("after.json"),
                Files.readString(folder.resolve("after.json")).replace("\"bklt\":true",
                        "\"bklt\":false"));
        assertTrue(
                check(3, "--max-end-bytes=0")
                        .out()
                        .startsWith("???   max-end-bytes=0: what was there at t-end is not known"));
    }

    @Test
    void aTableForTheDescriptionOfAChange() {
        assertEquals(
                List.of(
                        "| | limit | has |",
                        "|---|---|---|",
                        "| ok | `max-end-bytes=1kB` | 332 bytes in 83 blocks |",
                        "| FAIL | `fail-on=class:New \\| gone` | 1 site with 32 bytes in 8 blocks at"
                                + " t-end<br>`shop.<New> at shop.Main.main (Main.java:3)` |"),
                check(
                                1,
                                "--markdown",
                                "--baseline=before.json",
                                "--max-end-bytes=1kB",
                                "--fail-on=class:New | gone")
                        .out()
                        .lines()
                        .toList());
    }

    @Test
    void aTestReportForBuildServers() throws Exception {
        check(
                1,
                "--junit-xml=report.xml",
                "--baseline=before.json",
                "--max-end-bytes=1kB",
                "--fail-on=new & end>1 | class:\"<\"");
        Element suite =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("report.xml").toFile())
                        .getDocumentElement();
        assertEquals("testsuite", suite.getTagName());
        assertEquals("2", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("0", suite.getAttribute("errors"));
        Element broken = (Element) suite.getElementsByTagName("testcase").item(1);
        assertEquals("fail-on=new & end>1 | class:\"<\"", broken.getAttribute("name"));
        Element failure = (Element) broken.getElementsByTagName("failure").item(0);
        assertEquals(
                "1 site with 32 bytes in 8 blocks at t-end", failure.getAttribute("message"));
        assertEquals("shop.<New> at shop.Main.main (Main.java:3)", failure.getTextContent());
    }
}
