// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.ClockPoint.Kind;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which collections are kept, and which sites. */
class HistoryClockTest {
    private static final int LIVE = 1;
    private static final int FULL = 2;
    private static final int FINAL = 16;

    @TempDir
    private Path folder;

    private Profile build(RecordingFile file) throws IOException {
        try (Recording recording = Recording.open(file.write(folder.resolve("a.jdhat")))) {
            return ProfileBuilder.build(recording, ProfileOptions.defaults().withHistory(true));
        }
    }

    /** Collections at these times in ms; a negative time is that of one that was not full. */
    private HistoryClock clock(boolean isFinal, long... millis) throws IOException {
        RecordingFile file = new RecordingFile().session();
        for (int i = 0; i < millis.length; i++) {
            int flags = LIVE | (millis[i] > 0 ? FULL : 0)
                    | (isFinal && i == millis.length - 1 ? FINAL : 0);
            file.clock(i + 1, i + 1, Kind.COLLECTION, flags, Math.abs(millis[i]) * 1000, i + 1);
        }
        return build(file).historyClock().orElseThrow();
    }

    private static String said(HistoryClock clock) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < clock.size(); i++) {
            text.append(clock.full(i) ? " " : " -").append(clock.time(i) / 1000);
        }
        return text.toString().strip();
    }

    @Test
    void theyEndWithTheLastFullOne() throws IOException {
        HistoryClock clock = clock(false, -10, 20, -30, 40, -50);
        assertEquals("-10 20 -30 40", said(clock));
        assertEquals(5, clock.collections());
        assertEquals(2, clock.fullCollections());
        assertEquals(2, clock.keptFull());
    }

    @Test
    void withoutAFullOneAllCount() throws IOException {
        assertEquals("-10 -20 -30", said(clock(false, -10, -20, -30)));
        assertEquals("", said(clock(false)));
    }

    @Test
    void thoseAtOnceCountOnceAndAFullOneFirst() throws IOException {
        assertEquals("12 -500 1001 2000",
                said(clock(false, 10, 11, 12, -500, -1000, 1001, -1002, 2000)));
    }

    @Test
    void theEndOfTheProgramIsLeftOutWhereThereAreOthers() throws IOException {
        assertEquals("1 2 3 4 5 6 7 8", said(clock(true, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
        assertEquals("1 2 3 4 5 6 7 8", said(clock(true, 1, 2, 3, 4, 5, 6, 7, 8)));
    }

    @Test
    void atMostTwoHundredAreKept() throws IOException {
        HistoryClock clock = clock(false, IntStream.rangeClosed(1, 5_000).asLongStream()
                .toArray());
        assertEquals(HistoryClock.MOST, clock.size());
        assertEquals(5_000, clock.collections());
        assertEquals(5_000_000, clock.time(clock.size() - 1));
        for (int i = 1; i < clock.size(); i++) {
            assertEquals(25_000, clock.time(i) - clock.time(i - 1), 1_000);
        }
    }

    @Test
    void onlyTheSitesThatHeldTheMostHaveAHistory() throws IOException {
        int count = HistoryPass.MOST_POINTS + 10;
        RecordingFile file = new RecordingFile().session().interval(1, 0, 0).type(1, "byte[]");
        for (int i = 1; i <= count; i++) {
            file.method(i, "a.Main" + i, "main", "Main.java").stack(i, 0, i, 7)
                    .site(i, i, 1, 1, false).row(1, i, 1, 1, 1, 8L * i).rows(1);
        }
        file.clock(1, 1, Kind.COLLECTION, LIVE | FULL, 1_000, 1);
        Profile profile = build(file);
        assertEquals(count, profile.points().size());
        for (ProgramPoint point : profile.points()) {
            assertEquals(point.total().bytes() > 8 * 10, point.history().isPresent(),
                    point.toString());
        }
    }

    @Test
    void nobodyAskedForIt() throws IOException {
        RecordingFile file = new RecordingFile().session();
        try (Recording recording = Recording.open(file.write(folder.resolve("b.jdhat")))) {
            assertTrue(ProfileBuilder.build(recording, ProfileOptions.defaults()).historyClock()
                    .isEmpty());
        }
    }

    @Test
    void figuresAreOfTheSameCollections() {
        double[] two = new double[2];
        double[] three = new double[3];
        assertEquals("The figures are not of the same collections.",
                assertThrows(IllegalArgumentException.class,
                        () -> new LiveHistory(two, two, two, three, two)).getMessage());
        assertFalse(new LiveHistory(two, two, two, two, two).size() == 0);
    }
}
