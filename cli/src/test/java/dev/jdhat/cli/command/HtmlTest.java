// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

class HtmlTest {
    private static final Path RECORDINGS =
            Path.of("../tests/recordings/v1").toAbsolutePath().normalize();
    private static final String GOLDEN = RECORDINGS.resolve("golden.jdhat").toString();
    private static final Pattern DATA =
            Pattern.compile("<script id=\"data\"[^>]*>([A-Za-z0-9+/=]+)</script>");

    @TempDir Path folder;

    private TestShell html(int code, String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "html";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(words), shell.err());
        return shell;
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = DATA.matcher(page);
        assertTrue(data.find(), "there is no data");
        byte[] packed = Base64.getDecoder().decode(data.group(1));
        return new ObjectMapper()
                .readTree(new GZIPInputStream(new ByteArrayInputStream(packed)));
    }

    private JsonNode data(Path page) throws IOException {
        return data(Files.readString(page));
    }

    @Test
    void aPageOfARecording() throws IOException {
        TestShell shell = html(0, GOLDEN, "-o", "report.html");
        Path page = folder.resolve("report.html");
        assertEquals(
                List.of(
                        "jdhat: The page has been saved to report.html: 7 sites, "
                                + String.format("%,d", Files.size(page))
                                + " bytes; any browser shows it",
                        "jdhat: The ad hoc events have a page of their own: jdhat report, then"
                                + " jdhat html of its second file"),
                shell.err().lines().toList());
        assertEquals("", shell.out());
        assertTrue(Files.readString(page).contains("<title>golden.jdhat</title>"));
        JsonNode data = data(page);
        assertEquals(7, data.get("profile").get("pps").size());
        assertEquals(11, data.get("timeline").get("times").size());
        assertTrue(!data.has("live") && !data.has("folded"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.jdhat,a.html",
        "b.json,b.html",
        "c.json.gz,c.html",
        "d.out.7,d.out.7.html",
        "e.html,e.html.html"
    })
    void aPageIsNamedAfterItsFile(String file, String page) throws IOException {
        Files.copy(Path.of(GOLDEN), folder.resolve(file));
        html(0, file);
        assertTrue(Files.exists(folder.resolve(page)));
    }

    @Test
    void aPageOfAReport() throws IOException {
        new TestShell(folder).run("report", GOLDEN, "-o", "golden.json");
        html(0, "golden.json");
        JsonNode fromJson = data(folder.resolve("golden.html"));
        html(0, GOLDEN, "-o", "recording.html");
        assertEquals(data(folder.resolve("recording.html")).get("profile"), fromJson.get("profile"));
        assertTrue(!fromJson.has("timeline"));
    }

    @Test
    void theRootIsNoFile() {
        Path root = folder.getRoot();
        assertEquals(
                "jdhat html: "
                        + root
                        + " is a folder; give the path of a recording (*.jdhat) in it"
                        + System.lineSeparator(),
                html(3, root.toString()).err());
    }

    @Test
    void onStdout() throws IOException {
        TestShell shell = html(0, GOLDEN, "-o", "-");
        assertEquals(7, data(shell.out()).get("profile").get("pps").size());
        assertEquals(0, Files.list(folder).count());
    }

    @Test
    void onlyWhatAnExpressionAccepts() throws IOException {
        html(0, GOLDEN, "-o", "few.html", "--filter=class:Basket");
        assertEquals(1, data(folder.resolve("few.html")).get("profile").get("pps").size());
        String err = html(2, GOLDEN, "--filter=new").err();
        assertTrue(
                err.startsWith(
                        "jdhat html: Invalid value for option '--filter': 'new' speaks of two"
                                + " profiles; jdhat diff compares them"),
                err);
    }

    @Test
    void smallSitesAreFoldedWhereOneAsks() throws IOException {
        String err = html(0, GOLDEN, "-o", "few.html", "--threshold=50%").err();
        JsonNode data = data(folder.resolve("few.html"));
        int folded = data.get("folded").get("points").intValue();
        assertEquals(7 - folded + 1, data.get("profile").get("pps").size());
        assertTrue(
                err.contains(
                        "\njdhat: "
                                + folded
                                + " more are together in [folded]: each has at most 50 % of any"
                                + " figure, all of them "),
                err);
        assertTrue(err.contains(" of the bytes over the run; --threshold=0 keeps them\n"), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "-1%", "101%", "few", "1e3%", "%"})
    void aThresholdIsAShare(String text) {
        String err = html(2, GOLDEN, "--threshold=" + text).err();
        assertTrue(
                err.startsWith(
                        "jdhat html: Invalid value for option '--threshold': '"
                                + text
                                + "' is not a share as 0.001%, or 0 for none"),
                err);
    }

    @Test
    void whatCannotBeReadOrWrittenIsOneLine() {
        assertEquals(
                "jdhat html: " + folder.resolve("no.jdhat") + " does not exist"
                        + System.lineSeparator(),
                html(3, "no.jdhat").err());
        assertEquals(
                "jdhat html: cannot write "
                        + folder.resolve("no/page.html")
                        + ": there is no such folder"
                        + System.lineSeparator(),
                html(3, GOLDEN, "-o", "no/page.html").err());
        String damaged = RECORDINGS.resolve("corrupt-header.jdhat").toString();
        assertEquals(1, html(3, damaged).err().lines().count());
    }
}
