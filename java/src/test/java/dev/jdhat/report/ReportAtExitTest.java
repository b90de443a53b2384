// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.export.DhatReader;
import dev.jdhat.recording.GoldenFiles;
import dev.jdhat.recording.RecordingFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAtExitTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(Object... args) {
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        return ReportAtExit.run(texts, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }

    @Test
    void writesTheReportAndTheSummary() throws IOException {
        Path report = folder.resolve("dhat-heap.json");
        assertEquals(0, run(GoldenFiles.path("golden.jdhat"), report));
        assertEquals(7, DhatReader.read(report).points().size());
        assertTrue(lines().stream().allMatch(line -> line.startsWith("jdhat: ")));
        assertTrue(lines().contains("jdhat: The data has been saved to " + report
                + ", and is viewable with dh_view.html"));
        Path adHoc = folder.resolve("dhat-ad-hoc.json");
        assertEquals("jvm-ad-hoc", DhatReader.read(adHoc).info().mode());
        assertEquals("jdhat: The data has been saved to " + adHoc
                + ", and is viewable with dh_view.html", lines().get(lines().size() - 1));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void oneUnitIsOneReport() throws IOException {
        RecordingFile file = new RecordingFile().session().interval(1, 0, 0);
        file.method(1, "a.Main", "main", "Main.java").stack(1, 0, 1, 7);
        file.site(1, 1, 0, 1, true).row(1, 1, 1, 2, 11, 141).rows(1).end(1);
        Path report = folder.resolve("out.json");
        assertEquals(0, run(file.write(folder.resolve("a.jdhat")), report));
        assertEquals("jvm-ad-hoc", DhatReader.read(report).info().mode());
        assertEquals(List.of("jdhat: Total:      141 units in 11 events",
                "jdhat: The data has been saved to " + report
                        + ", and is viewable with dh_view.html"), lines());
        assertFalse(Files.exists(folder.resolve("out-ad-hoc.json")));
    }

    @Test
    void errorsAreOneLine() {
        Path none = folder.resolve("none.jdhat");
        assertEquals(3, run(none, folder.resolve("a.json")));
        assertEquals(List.of("jdhat: error: " + none
                + " does not exist; give the path of a recording (*.jdhat)."), lines());
        assertFalse(Files.exists(folder.resolve("a.json")));
        err.reset();
        Path report = folder.resolve("no/folder/a.json");
        assertEquals(3, run(GoldenFiles.path("golden.jdhat"), report));
        assertEquals(List.of("jdhat: error: " + report + " cannot be written (its folder is not"
                + " there); choose another place with report=FILE."), lines());
        err.reset();
        assertEquals(2, run("only one"));
    }
}
