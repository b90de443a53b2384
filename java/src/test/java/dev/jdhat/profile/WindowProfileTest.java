// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.ClockPoint.Kind;
import dev.jdhat.recording.ClockPoint.Reason;
import dev.jdhat.recording.Door;
import dev.jdhat.recording.Ending;
import dev.jdhat.recording.Liveness;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile of a window says of itself, and what was born since a mark in it. */
class WindowProfileTest {
    private static final int TRACKED = 1;
    private static final int DIED = 4;
    private static final int LIVE_FULL = 3;
    private static final long GONE = -1;

    private final RecordingFile file = new RecordingFile();

    @TempDir
    private Path folder;

    /** Window 1 over all threads from epoch 1 to 4, window 2 over one thread, still open. */
    @BeforeEach
    void record() {
        file.session(Door.API, 0, Liveness.ON, 9, true).interval(1, 0, 0).type(1, "byte[]");
        file.method(1, "a.Main", "main", "Main.java").stack(1, 0, 1, 7);
        file.scope(1, 0, "all").scope(2, 0, "one").context(1, 2, null);
        file.site(1, 1, 1, 1, 0, false).site(2, 1, 1, 1, 1, false);
        file.row(1, 1, 1, TRACKED, 100, 1_600).rows(1).mark(1, "before");
        file.note(4, 500, "old").request(1, 1, Reason.WINDOW, 0, 1_000, 0, counters(1, 10, 100));
        file.window(1, 1, 1, 0, true).window(2, 2, 1, 0, false);
        file.row(2, 1, 2, TRACKED, 10, 160).row(2, 2, 2, TRACKED, 5, 80).rows(2);
        file.clock(2, 2, Kind.COLLECTION, LIVE_FULL, 3_000, 2, counters(2, 12, 300));
        file.mark(2, "warm");
        file.row(3, 1, 3, TRACKED, 4, 64).row(3, 2, 3, TRACKED, 2, 32).row(3, 1, 2, DIED, 10, 160);
        file.rows(3).request(3, 3, Reason.SETTLE, LIVE_FULL, 4_000, 3, counters(3, 12, 400));
        file.request(4, 4, Reason.WINDOW, 0, 5_000, 0, counters(3, 13, 500));
        file.window(1, 1, 1, 4, true);
        file.row(5, 1, 3, TRACKED, 1, 16).row(5, 1, 5, TRACKED, 50, 800);
        file.row(5, 1, 3, DIED, 4, 64).rows(5).note(4, 5_500, "late").mark(4, "end");
        file.clock(5, 5, Kind.COLLECTION, LIVE_FULL, 6_000, 5, counters(4, 20, 900));
    }

    /** Collections seen, dropped blocks, and bytes by the JVM's own count. */
    private static long[] counters(long collections, long dropped, long jvm) {
        long[] counters = new long[20];
        Arrays.fill(counters, GONE);
        counters[1] = dropped;
        counters[2] = 8 * dropped;
        counters[9] = collections;
        counters[19] = jvm;
        return counters;
    }

    private Profile build(ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(file.write(folder.resolve("a.jdhat")))) {
            return ProfileBuilder.build(recording, options);
        }
    }

    private Profile window(int id) throws IOException {
        return build(ProfileOptions.defaults().withSelection(Selection.all().withWindow(id)));
    }

    @Test
    void aClosedWindowIsAWorldOfItsOwn() throws IOException {
        Profile profile = window(1);
        assertEquals(Figure.of(352, 22), profile.total());
        assertEquals(Figure.of(192, 12), profile.atEnd());
        assertEquals(Figure.of(240, 15), profile.atPeak());
        assertEquals(2_000, profile.livePeak().orElseThrow().time());
        assertEquals(1, profile.settleEpochs().length);
        assertEquals(List.of(Figure.of(192, 12)), profile.points().get(0).atSettles());
        ProfileInfo info = profile.info();
        assertEquals(4_000, info.timeAtEnd());
        assertEquals(3, info.epochs());
        assertEquals(2, info.collections());
        assertEquals(new Tally(3, 24), info.dropped());
        assertEquals(400, info.jvmAllocated());
        assertEquals(Ending.STOPPED, info.ending());
        assertEquals(List.of("old"), info.notes());
        assertEquals(9, info.olderThreads());
        assertEquals(FinalCollection.OFF, info.finalCollection());
        assertEquals(List.of(new Span("all", 0, 4_000), new Span("one", 0, Span.OPEN)),
                info.windows());
    }

    @Test
    void aThreadsWindowHasItsThreadOnly() throws IOException {
        Profile profile = window(2);
        assertEquals(Figure.of(112, 7), profile.total());
        assertEquals(Figure.of(112, 7), profile.atEnd());
        ProfileInfo info = profile.info();
        assertEquals(5_000, info.timeAtEnd());
        assertEquals(0, info.olderThreads());
        assertFalse(info.dropped().any());
        assertTrue(info.exact());
        assertEquals(-1, info.jvmAllocated());
        assertEquals(Ending.OPEN, info.ending());
        assertEquals(FinalCollection.DONE, info.finalCollection());
        assertEquals(List.of("warm", "end"), profile.marks());
    }

    @Test
    void whatWasBornSinceAMarkAndIsStillThere() throws IOException {
        Profile profile = window(1);
        assertEquals(List.of("warm", "end"), profile.marks());
        Profile since = profile.bornSince("warm");
        assertEquals(Figure.of(112, 7), since.total());
        assertEquals(Figure.of(112, 7), since.atEnd());
        assertFalse(since.atPeak().known());
        assertFalse(since.points().get(0).max().known());
        assertEquals(7, since.aliveNow().get(0).atEnd().blocks());
        assertTrue(profile.bornSince("end").points().isEmpty());
        assertEquals(List.of("before", "warm", "end"), build(ProfileOptions.defaults()).marks());
    }

    @Test
    void namesThatAreNotThereAreToldWithThoseThatAre() throws IOException {
        Profile profile = window(1);
        assertEquals("There is no mark \"cold\"; the marks are \"warm\", \"end\".",
                assertThrows(IllegalArgumentException.class, () -> profile.bornSince("cold"))
                        .getMessage());
        String message = assertThrows(IllegalArgumentException.class, () -> window(3))
                .getMessage();
        assertTrue(message.endsWith(" has no window 3; it has [1, 2]."), message);
        Profile read = Profile.builder(profile.info()).points(profile.points()).build();
        assertThrows(IllegalStateException.class, () -> read.bornSince("warm"));
    }

    @Test
    void aliveNowBeginsWithTheMostBytes() throws IOException {
        file.method(2, "a.Main", "other", "Main.java").stack(2, 0, 2, 8).site(3, 2, 1, 1, false);
        file.row(6, 3, 6, TRACKED, 1, 4_096).rows(6);
        Profile profile = build(ProfileOptions.defaults());
        assertEquals(List.of(4_096L, 2_528L), profile.aliveNow().stream()
                .map(point -> point.atEnd().bytes()).collect(Collectors.toList()));
        assertEquals(List.of(Figure.ZERO), profile.points().get(0).atSettles());
    }
}
