// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.TestShell;
import dev.jdhat.export.DhatReader;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class MergeTest {
    private static final String GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize().toString();
    private static final String PEAK =
            "at t-gmax is the sum of their peaks, which were at different times; it may never have"
                    + " been there at once";

    @TempDir Path folder;

    @BeforeEach
    void twoProfiles() throws IOException {
        write("a.json", info(), 10);
        write("b.json", info(), 30);
    }

    private static ProfileInfoBuilder info() {
        return ProfileInfo.builder()
                .version("0.1.0")
                .command("shop.Main")
                .pid(42)
                .javaVersion(17)
                .collector("G1")
                .finalCollection(FinalCollection.DONE)
                .timeAtPeak(1_000_000)
                .timeAtEnd(2_000_000);
    }

    private void write(String name, ProfileInfoBuilder info, long blocks) throws IOException {
        ProgramPoint point =
                ProgramPoint.builder()
                        .allocatedClass("shop.Tag")
                        .frames(List.of("shop.Tag (class)", "shop.Cart.add (Cart.java:5)"))
                        .total(Figure.of(16 * blocks, blocks))
                        .atPeak(Figure.of(8 * blocks, blocks / 2))
                        .max(Figure.of(8 * blocks, blocks / 2))
                        .atEnd(Figure.of(16, 1))
                        .build();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            DhatWriter.write(
                    Profile.builder(info.build())
                            .points(List.of(point))
                            .livePeak(new Peak(Figure.ZERO, 1_000_000, false))
                            .build(),
                    out);
        }
    }

    private TestShell jdhat(int code, String... words) {
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(words), shell.err());
        return shell;
    }

    private Profile read(String name) throws IOException {
        return DhatReader.read(folder.resolve(name));
    }

    @Test
    void theSumAndWhatIsSaidOfIt() throws IOException {
        TestShell shell = jdhat(0, "merge", "a.json", "b.json", "-o", "merged.json");
        assertEquals("", shell.out());
        assertEquals(
                List.of(
                        "jdhat: Total:      640 bytes in 40 blocks",
                        "jdhat: At t-gmax:  320 bytes in 20 blocks, the sum of the peaks of 2 runs",
                        "jdhat: At t-end:   32 bytes in 2 blocks",
                        "jdhat: Figures are exact",
                        "jdhat: Note: merged from 2 runs: " + PEAK,
                        "jdhat: The data has been saved to merged.json, and is viewable with"
                                + " dh_view.html"),
                shell.err().lines().toList());
        assertEquals(Figure.of(640, 40), read("merged.json").total());
        assertEquals(2, read("merged.json").runs().count());
    }

    @Test
    void showSaysWhatThePeakIs() {
        jdhat(0, "merge", "a.json", "b.json", "-o", "merged.json");
        assertEquals(
                List.of(
                        "Command:    shop.Main",
                        "Runs:       2, 4.0 s together, Java 17, G1, every block, final collection"
                                + " done",
                        "Total:      640 bytes in 40 blocks",
                        "At t-gmax:  320 bytes in 20 blocks, the sum of the peaks of 2 runs",
                        "At t-end:   32 bytes in 2 blocks",
                        "Note:       merged from 2 runs: " + PEAK),
                jdhat(0, "show", "merged.json").out().lines().limit(6).toList());
        assertTrue(jdhat(0, "show", "merged.json", "--json").out().contains("\"runs\":2,"));
    }

    @Test
    void reportDiffAndCheckSayItToo() {
        jdhat(0, "merge", "a.json", "b.json", "-o", "merged.json");
        String report = jdhat(0, "report", "merged.json", "-o", "again.json").err();
        assertTrue(report.contains("blocks, the sum of the peaks of 2 runs\n"), report);
        String diff = jdhat(0, "diff", "a.json", "merged.json").out();
        assertTrue(diff.contains("\nThe later profile is merged from 2 runs: " + PEAK + ".\n"),
                diff);
        String markdown = jdhat(0, "diff", "merged.json", "a.json", "--markdown").out();
        assertTrue(
                markdown.contains("\n\nThe earlier profile is merged from 2 runs: " + PEAK
                        + ".\n\n"),
                markdown);
        String check = jdhat(0, "check", "merged.json", "--max-peak-bytes=1MB").out();
        assertTrue(check.contains("\nnote  the profile is merged from 2 runs: " + PEAK + "\n"),
                check);
        String growth = jdhat(0, "check", "a.json", "--baseline=merged.json",
                "--max-peak-growth=2x").out();
        assertTrue(growth.contains("\nnote  the baseline is merged from 2 runs: "), growth);
    }

    @Test
    void recordingsAndPackedFilesAreMergedLikeOthers() throws IOException {
        jdhat(0, "report", GOLDEN, "-o", "golden.json");
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("golden.json.gz")))) {
            Files.copy(folder.resolve("golden.json"), out);
        }
        TestShell shell = jdhat(0, "merge", GOLDEN, "golden.json.gz", "-o", "merged.json");
        assertTrue(
                shell.err()
                        .endsWith(
                                "jdhat: 1 of the recordings are of ad hoc events too, which are not"
                                        + " in the sum; merge the profiles that jdhat report writes"
                                        + " of them\n"),
                shell.err());
        assertEquals(
                2 * read("golden.json").total().bytes(), read("merged.json").total().bytes());
        assertEquals(
                2 * read("golden.json").atEnd().blocks(), read("merged.json").atEnd().blocks());
    }

    @Test
    void manyFilesGiveTheSameFileEachTime() throws IOException {
        String[] words = new String[43];
        words[0] = "merge";
        for (int i = 0; i < 40; i++) {
            write(i + ".json", info().pid(i), i);
            words[i + 1] = i + ".json";
        }
        words[41] = "-o";
        words[42] = "one.json";
        jdhat(0, words);
        words[42] = "other.json";
        jdhat(0, words);
        assertEquals(
                Files.readString(folder.resolve("one.json")),
                Files.readString(folder.resolve("other.json")));
        assertEquals(Figure.of(16 * 780, 780), read("one.json").total());
    }

    @Test
    void aListOfFiles() throws IOException {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, folder.resolve("a.json") + "\n" + folder.resolve("b.json") + "\n");
        jdhat(0, "merge", "@" + list, "-o", "merged.json");
        assertEquals(Figure.of(640, 40), read("merged.json").total());
    }

    @Test
    void toStdoutIsNothingButJson() {
        TestShell shell = jdhat(0, "merge", "a.json", "b.json", "-o", "-");
        assertTrue(shell.out().startsWith("{\"dhatFileVersion\":2"), shell.out());
        assertEquals("", shell.err());
    }

    @Test
    void profilesThatDoNotAddUpAreNamed() throws IOException {
        write("C.json", info().mode("heap"), 1);
        assertEquals(
                "jdhat merge: only profiles of one mode can be merged: a.json is of mode jvm-heap"
                        + " and C.json is of mode heap\n",
                jdhat(3, "merge", "a.json", "b.json", "C.json", "-o", "merged.json").err());
        assertFalse(Files.exists(folder.resolve("merged.json")));
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        assertEquals(
                "jdhat merge: " + folder.resolve("no.json") + " does not exist\n",
                jdhat(3, "merge", "a.json", "no.json", "-o", "merged.json").err());
        Files.writeString(folder.resolve("bad.json"), "{\"dhatFileVersion\":2");
        assertEquals(
                "jdhat merge: "
                        + folder.resolve("bad.json")
                        + " is cut off at line 1, column 21: its JSON does not end; take another"
                        + " copy of it\n",
                jdhat(3, "merge", "a.json", "bad.json", "-o", "merged.json").err());
        assertFalse(Files.exists(folder.resolve("merged.json")));
    }

    @Test
    void theOutputAmongTheInputsIsMisuse() throws IOException {
        Files.createLink(folder.resolve("link.json"), folder.resolve("b.json"));
        assertTrue(
                jdhat(2, "merge", "a.json", "b.json", "-o", "link.json")
                        .err()
                        .startsWith(
                                "jdhat merge: b.json is an input and the output; leave it out, or"
                                        + " name another output\n"));
        assertTrue(
                jdhat(2, "merge", "a.json", "b.json", "-o", "b.json")
                        .err()
                        .startsWith(
                                "jdhat merge: b.json is an input and the output; leave it out, or"
                                        + " name another output\n"));
        assertTrue(
                jdhat(2, "merge", "a.json", "./a.json", "-o", "merged.json")
                        .err()
                        .startsWith(
                                "jdhat merge: a.json is named twice and would count twice; name"
                                        + " each file once\n"));
        assertTrue(
                jdhat(2, "merge", "a.json")
                        .err()
                        .startsWith("jdhat merge: Missing required option: '--output=FILE'"));
    }
}
