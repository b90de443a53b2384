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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

class DiffTest {
    @TempDir Path folder;

    @BeforeEach
    void twoProfiles() throws IOException {
        write(
                "before.json",
                point("shop.Tag", 200, 20, "shop.Cart.add (Cart.java:5)"),
                point("byte[]", 64, 2, "shop.Order.body (Order.java:7)"),
                point("shop.Old", 16, 1, "shop.Old.make (Old.java:1)"));
        write(
                "after.json",
                point("shop.Tag", 500, 50, "shop.Cart.add (Cart.java:6)"),
                point("byte[]", 64, 2, "shop.Order.body (Order.java:7)"),
                point("shop.N|w", 32, 4, "shop.New.<make> (New.java:1)"));
    }

    private void write(String name, ProgramPoint... points) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            DhatWriter.write(
                    Profile.builder(
                                    ProfileInfo.builder()
                                            .command("shop.Main")
                                            .timeAtPeak(1)
                                            .timeAtEnd(2)
                                            .build())
                            .points(List.of(points))
                            .build(),
                    out);
        }
    }

    private static ProgramPoint point(String type, long end, long blocks, String frame) {
        return ProgramPoint.builder()
                .allocatedClass(type)
                .frames(List.of(type + " (class)", frame, "shop.Main.main (Main.java:3)"))
                .total(Figure.of(10 * end, 10 * blocks))
                .atPeak(Figure.of(2 * end, 2 * blocks))
                .atEnd(Figure.of(end, blocks))
                .max(Figure.of(2 * end, 2 * blocks))
                .build();
    }

    private TestShell diff(int code, String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "diff";
        words[1] = "before.json";
        words[2] = "after.json";
        System.arraycopy(options, 0, words, 3, options.length);
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(words), shell.err());
        return shell;
    }

    @Test
    void theWholeAndThenTheSites() {
        assertEquals(
                List.of(
                        "              before  after  difference            blocks",
                        "over the run   2,800  5,960      +3,160  +112.9 %    +330",
                        "at t-gmax        560  1,192        +632  +112.9 %     +66",
                        "at t-end         280    596        +316  +112.9 %     +33",
                        "",
                        "Of 4 sites 1 new, 1 gone, 1 grown, 0 shrunk at t-end, 1 the same.",
                        "",
                        "Most different at t-end:",
                        "",
                        "  1. grown  +300 bytes in +30 blocks (+150.0 %)",
                        "     shop.Tag (class)",
                        "     shop.Cart.add (Cart.java:6)",
                        "     shop.Main.main (Main.java:3)",
                        "",
                        "  2. new  +32 bytes in +4 blocks (from nothing)",
                        "     shop.N|w (class)",
                        "     shop.New.<make> (New.java:1)",
                        "     shop.Main.main (Main.java:3)"),
                diff(0, "--top=2").out().lines().toList());
    }

    @Test
    void aFigureOfOnesOwnChoice() {
        String out = diff(0, "--by=total", "--depth=1", "--top=1").out();
        assertTrue(out.contains("\nMost different over the run:\n"), out);
        assertTrue(out.contains("\n  1. grown  +3,000 bytes in +300 blocks (+150.0 %)\n"), out);
        assertTrue(out.endsWith("\n     shop.Tag (class)\n     … 2 more\n"), out);
    }

    @Test
    void onlyWhatAnExpressionAccepts() {
        String out = diff(0, "--filter=new | gone", "--depth=1").out();
        assertTrue(out.contains("\nOf 2 sites 1 new, 1 gone, 0 grown, 0 shrunk at t-end, 0 the"
                + " same.\n"), out);
        assertTrue(out.contains("\nat t-end          16     32         +16  +100.0 %      +3\n"),
                out);
    }

    @Test
    void anExpressionThatCannotBeReadIsMisuse() {
        String err = diff(2, "--filter=grwon").err();
        assertTrue(err.startsWith("jdhat diff: Invalid value for option '--filter'"), err);
        assertTrue(err.contains("there is no grwon, there are class:, package:,"), err);
    }

    @Test
    void tablesForTheDescriptionOfAChange() {
        assertEquals(
                List.of(
                        "| bytes | before | after | difference | |",
                        "|---|---:|---:|---:|---:|",
                        "| over the run | 2,800 | 5,960 | +3,160 | +112.9 % |",
                        "| at t-gmax | 560 | 1,192 | +632 | +112.9 % |",
                        "| at t-end | 280 | 596 | +316 | +112.9 % |",
                        "",
                        "| site, at t-end | before | after | difference | |",
                        "|---|---:|---:|---:|---:|",
                        "| grown: `shop.Tag` at `shop.Cart.add (Cart.java:6)` | 200 | 500 | +300 |"
                                + " +150.0 % |",
                        "| new: `shop.N\\|w` at `shop.New.<make> (New.java:1)` | 0 | 32 | +32 | from"
                                + " nothing |",
                        "",
                        "and 1 more"),
                diff(0, "--markdown", "--top=2").out().lines().toList());
    }

    @Test
    void jsonForScripts() throws IOException {
        JsonNode json = new ObjectMapper().readTree(diff(0, "--json", "--top=1").out());
        assertEquals(1, json.get("jdhatDiffVersion").intValue());
        assertEquals("end", json.get("by").textValue());
        assertEquals("shop.Main", json.get("before").get("command").textValue());
        assertEquals(316, json.get("end").get("bytes").longValue());
        assertEquals(1, json.get("counts").get("gone").intValue());
        assertEquals(1, json.get("sites").size());
        JsonNode site = json.get("sites").get(0);
        assertEquals("grown", site.get("state").textValue());
        assertEquals("shop.Tag", site.get("class").textValue());
        assertEquals("shop.Cart.add (Cart.java:6)", site.get("stack").get(0).textValue());
        assertEquals(200, site.get("end").get("before").get("bytes").longValue());
        assertEquals(500, site.get("end").get("after").get("bytes").longValue());
        assertEquals(3, json.get("leftOut").intValue());
    }

    @Test
    void oneFormOnly() {
        String err = diff(2, "--json", "--markdown").err();
        assertTrue(err.contains("--json, --markdown are mutually exclusive"), err);
    }

    @Test
    void profilesOfDifferentModesSayWhy() throws IOException {
        Files.writeString(
                folder.resolve("after.json"),
                Files.readString(folder.resolve("after.json"))
                        .replace("\"jvm-heap\"", "\"copy\""));
        assertEquals(
                "jdhat diff: the earlier profile is of mode jvm-heap and the later one of mode copy;"
                        + " only profiles of one mode can be compared"
                        + System.lineSeparator(),
                diff(3).err());
    }

    @Test
    void aProfileIsNoDifferentFromItself() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("diff", "after.json", "after.json"), shell.err());
        assertTrue(
                shell.out()
                        .endsWith(
                                "\nOf 3 sites 0 new, 0 gone, 0 grown, 0 shrunk at t-end, 3 the"
                                        + " same.\n"),
                shell.out());
    }

    @Test
    void showTakesExpressionsOfOneProfile() {
        TestShell shell = new TestShell(folder);
        assertEquals(0, shell.run("show", "after.json", "--filter", "class:Tag"), shell.err());
        assertTrue(shell.out().contains("\nTotal:      5,000 bytes in 500 blocks\n"), shell.out());
        assertTrue(shell.out().contains("The largest 1 of 1 sites at t-gmax:"), shell.out());
        TestShell wrong = new TestShell(folder);
        assertEquals(2, wrong.run("show", "after.json", "--filter", "new"));
        assertTrue(
                wrong.err()
                        .startsWith(
                                "jdhat show: Invalid value for option '--filter': 'new' speaks of two"
                                        + " profiles; jdhat diff compares them"),
                wrong.err());
    }

    @Test
    void aPageForABrowser() throws IOException {
        TestShell shell = diff(0, "--html=diff.html");
        assertEquals("", shell.out());
        String page = Files.readString(folder.resolve("diff.html"));
        assertEquals(
                "jdhat: The page has been saved to diff.html: 3 sites, "
                        + String.format("%,d", Files.size(folder.resolve("diff.html")))
                        + " bytes; any browser shows it"
                        + System.lineSeparator(),
                shell.err());
        assertTrue(page.contains("<title>before.json → after.json</title>"));
        diff(2, "--html=diff.html", "--json");
    }

    private static JsonNode document(String page) throws IOException {
        String start = "<script id=\"data\" type=\"application/octet-stream\">";
        int from = page.indexOf(start) + start.length();
        byte[] packed =
                Base64.getDecoder().decode(page.substring(from, page.indexOf("</script>", from)));
        return new ObjectMapper()
                .readTree(new GZIPInputStream(new ByteArrayInputStream(packed)));
    }

    @Test
    void aPageHasWhatWasThereOverTimeOfRecordings() throws IOException {
        String golden =
                Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize()
                        .toString();
        TestShell report = new TestShell(folder);
        assertEquals(0, report.run("report", golden, "-o", "golden.json"), report.err());
        String[][] sides = {{golden, golden}, {golden, "golden.json"}, {"golden.json", golden}};
        String[][] timelines = {
            {"timeline", "earlierTimeline"}, {"earlierTimeline"}, {"timeline"}
        };
        for (int i = 0; i < sides.length; i++) {
            TestShell shell = new TestShell(folder);
            assertEquals(
                    0, shell.run("diff", sides[i][0], sides[i][1], "--html=t.html"), shell.err());
            JsonNode page = document(Files.readString(folder.resolve("t.html")));
            List<String> names = new ArrayList<>();
            page.fieldNames().forEachRemaining(names::add);
            assertEquals(List.of("profile", "against"), names.subList(0, 2));
            assertEquals(List.of(timelines[i]), names.subList(2, names.size()));
            JsonNode side = page.get(i == 2 ? "profile" : "against");
            long total = 0;
            for (JsonNode point : side.get("pps")) {
                total += point.get("tb").longValue();
            }
            JsonNode allocated =
                    page.get(i == 2 ? "timeline" : "earlierTimeline").get("allocated");
            assertEquals(
                    total,
                    allocated.get(allocated.size() - 1).longValue(),
                    side.get("pps").size(),
                    "one rounding a site");
        }
    }
}
