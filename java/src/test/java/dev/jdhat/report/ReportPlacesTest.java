// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPlacesTest {
    private static final Set<Unit> HEAP = EnumSet.of(Unit.HEAP);
    private static final Set<Unit> AD_HOC = EnumSet.of(Unit.AD_HOC);
    private static final Set<Unit> BOTH = EnumSet.allOf(Unit.class);

    @TempDir
    private Path folder;

    @Test
    void whatWasAskedForCountsAlsoWhenNothingCameOfIt() throws IOException {
        assertEquals(HEAP, units("", false));
        assertEquals(HEAP, units("interval=0,record=heap", false));
        assertEquals(AD_HOC, units("record=ad-hoc", false));
        assertEquals(BOTH, units("interval=0,record=both,quiet", false));
        assertEquals(BOTH, units("@file\nrecord=both\n", false));
        assertEquals(HEAP, units("file=a\\,record=both", false));
    }

    @Test
    void whatWasCountedCountsInAnyCase() throws IOException {
        assertEquals(AD_HOC, units("interval=0", true));
        assertEquals(AD_HOC, units("record=ad-hoc", true));
        assertEquals(BOTH, units("record=both", true));
    }

    private Set<Unit> units(String options, boolean event) throws IOException {
        RecordingFile file = new RecordingFile().session(options);
        file.interval(1, 0, 0).method(1, "a.Main", "main", "Main.java").stack(1, 0, 1, 7);
        if (event) {
            file.site(1, 1, 0, 1, true).row(1, 1, 1, 2, 11, 141).rows(1);
        }
        try (Recording recording = Recording.open(file.end(1).write(folder.resolve("a.jdhat")))) {
            return ReportPlaces.units(recording);
        }
    }

    @Test
    void theFirstUnitHasThePlaceThatWasGiven() {
        Path given = Path.of("a/out.json");
        assertEquals(given, ReportPlaces.place(given, Unit.HEAP, HEAP));
        assertEquals(given, ReportPlaces.place(given, Unit.AD_HOC, AD_HOC));
        assertEquals(given, ReportPlaces.place(given, Unit.HEAP, BOTH));
    }

    @Test
    void theSecondHasANameOfItsOwn() {
        assertEquals("a/dhat-ad-hoc-12.json", second("a/dhat-heap-12.json"));
        assertEquals("out-ad-hoc.json", second("out.json"));
        assertEquals("out-ad-hoc", second("out"));
    }

    private static String second(String given) {
        return ReportPlaces.place(Path.of(given), Unit.AD_HOC, BOTH).toString();
    }

    @Test
    void theDefaultNameSaysWhatCounts() {
        assertEquals("dhat-heap.json", ReportPlaces.defaultName(HEAP));
        assertEquals("dhat-heap.json", ReportPlaces.defaultName(BOTH));
        assertEquals("dhat-ad-hoc.json", ReportPlaces.defaultName(AD_HOC));
    }
}
