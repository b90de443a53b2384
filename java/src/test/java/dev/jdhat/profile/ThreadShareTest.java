// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.ClockPoint.Kind;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadShareTest {
    private static final int TRACKED = 1;
    private static final int UNTRACKED = 2;
    private static final int DIED = 4;
    private static final int LIVE_FULL = 3;

    @TempDir
    private Path folder;

    private Profile build(RecordingFile file, ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(file.write(folder.resolve("test.jdhat")))) {
            return ProfileBuilder.build(recording, options);
        }
    }

    /**
     * One stack, reached by two threads and by one without a name: main makes 10 blocks of 16 bytes
     * and a pool 5, before the first collection; then 4 of main's die and the pool makes one more.
     */
    private static RecordingFile twoThreads(RecordingFile file) {
        file.interval(1, 0, 0).method(1, "a.Main", "main", "Main.java").type(1, "a.Tag")
                .stack(1, 0, 1, 7).thread(1, "main").thread(2, "pool-*")
                .site(1, 1, 1, 1, 1, false).site(2, 1, 1, 1, 2, false).site(3, 1, 1, 1, 0, false)
                .site(4, 1, 1, 1, 2, false);
        file.row(1, 1, 1, TRACKED, 10, 160).row(1, 2, 1, TRACKED, 5, 80)
                .row(1, 3, 1, UNTRACKED, 2, 32).rows(1);
        file.clock(1, 1, Kind.COLLECTION, LIVE_FULL, 1_000, 1);
        file.row(2, 1, 1, DIED, 4, 64).row(2, 4, 2, TRACKED, 1, 16).rows(2);
        return file.clock(2, 2, Kind.COLLECTION, LIVE_FULL, 3_000, 2).end(4_000);
    }

    @Test
    void eachThreadHasItsShareOfASite() throws IOException {
        Profile profile = build(twoThreads(new RecordingFile().byThread().session()),
                ProfileOptions.defaults());
        ProgramPoint point = profile.points().get(0);
        assertEquals(1, profile.points().size());
        assertEquals(Figure.of(288, 18), point.total());
        assertEquals(Figure.of(240, 15), point.atPeak());
        assertEquals(Figure.of(192, 12), point.atEnd());
        assertEquals(List.of(
                new ThreadShare("", Figure.of(32, 2), Figure.UNKNOWN, Figure.UNKNOWN),
                new ThreadShare("main", Figure.of(160, 10), Figure.of(160, 10), Figure.of(96, 6)),
                new ThreadShare("pool-*", Figure.of(96, 6), Figure.of(80, 5), Figure.of(96, 6))),
                point.threads());
    }

    @Test
    void theOccupiedPeakHasItsOwnShares() throws IOException {
        Profile profile = build(twoThreads(new RecordingFile().byThread().session()),
                ProfileOptions.defaults().withPeak(PeakKind.OCCUPIED));
        ProgramPoint point = profile.points().get(0);
        assertEquals(point.atPeak(), point.threads().stream().map(ThreadShare::atPeak)
                .reduce(Figure.UNKNOWN, Figure::plus));
    }

    @Test
    void sitesArePutTogetherByThread() throws IOException {
        Profile profile = build(twoThreads(new RecordingFile().byThread().session()),
                ProfileOptions.defaults());
        assertEquals(List.of("main: 160 bytes in 10 blocks at 1 sites",
                "pool-*: 96 bytes in 6 blocks at 1 sites", ": 32 bytes in 2 blocks at 1 sites"),
                texts(Grouping.THREAD.groups(profile, SortBy.TOTAL)));
        assertEquals(List.of("main: 160 bytes in 10 blocks at 1 sites",
                "pool-*: 80 bytes in 5 blocks at 1 sites"),
                texts(Grouping.THREAD.groups(profile, SortBy.PEAK)));
        assertTrue(Grouping.THREAD.isKnown(profile));
    }

    private static List<String> texts(List<Group> groups) {
        return groups.stream().map(Group::toString).collect(Collectors.toList());
    }

    @Test
    void nothingIsToldWhereThreadsWereNotRecorded() throws IOException {
        Profile profile = build(twoThreads(new RecordingFile().session()),
                ProfileOptions.defaults());
        assertEquals(List.of(), profile.points().get(0).threads());
        assertFalse(Grouping.THREAD.isKnown(profile));
        assertTrue(Grouping.CLASS.isKnown(profile));
        assertEquals(Figure.of(288, 18), profile.total());
    }

    /** Sampled: each share is weighted by itself, and the errors of all make that of the site. */
    @Test
    void sharesOfEstimatesHaveErrors() throws IOException {
        RecordingFile file = new RecordingFile().byThread().session();
        file.interval(1, 64, 0).method(1, "a.Main", "main", "Main.java").type(1, "a.Tag")
                .stack(1, 0, 1, 7).thread(1, "main").thread(2, "other")
                .site(1, 1, 1, 1, 1, false).site(2, 1, 1, 1, 2, false);
        file.row(1, 1, 1, TRACKED, 30, 480).row(1, 2, 1, TRACKED, 10, 160).rows(1);
        file.clock(1, 1, Kind.COLLECTION, LIVE_FULL, 1_000, 1).end(2_000);
        ProgramPoint point = build(file, ProfileOptions.defaults()).points().get(0);
        Figure sum = point.threads().stream().map(ThreadShare::total)
                .reduce(Figure.UNKNOWN, Figure::plus);
        assertEquals(point.total().bytes(), sum.bytes(), 1);
        assertEquals(point.total().bytesError(), sum.bytesError(), 1e-6);
        assertTrue(point.threads().get(0).total().bytesError() > 0);
    }
}
