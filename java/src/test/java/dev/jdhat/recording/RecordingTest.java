// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    @TempDir
    private Path folder;

    /** Writes down what it sees. */
    private static final class Notebook implements RecordingVisitor {
        private final Map<Integer, String> strings = new TreeMap<>();
        private final Map<Integer, long[]> sums = new TreeMap<>();
        private final List<ClockPoint> clocks = new ArrayList<>();
        private final List<String> rest = new ArrayList<>();

        @Override
        public void string(int id, String text) {
            strings.put(id, text);
        }

        @Override
        public void tracked(int site, long birth, long blocks, long bytes) {
            add(site, 0, blocks, bytes);
        }

        @Override
        public void untracked(int site, long birth, long blocks, long bytes) {
            add(site, 2, blocks, bytes);
        }

        @Override
        public void died(int site, long birth, long blocks, long bytes) {
            add(site, 4, blocks, bytes);
        }

        private void add(int site, int at, long blocks, long bytes) {
            long[] sum = sums.computeIfAbsent(site, s -> new long[6]);
            sum[at] += blocks;
            sum[at + 1] += bytes;
        }

        @Override
        public void clock(ClockPoint point) {
            clocks.add(point);
        }

        @Override
        public void mark(long epoch, int name) {
            rest.add("mark " + epoch + " " + strings.get(name));
        }

        @Override
        public void window(int id, int scope, long opening, long closing, boolean allThreads) {
            rest.add("window " + id + " " + scope + " " + opening + " " + closing + " "
                    + allThreads);
        }

        @Override
        public void note(int code, long time, String text) {
            rest.add("note " + code + " " + time + " " + text);
        }

        @Override
        public void end(Ending reason, long time) {
            rest.add("end " + reason + " " + time);
        }
    }

    private static Notebook read(Recording recording) throws IOException {
        Notebook notebook = new Notebook();
        recording.scan(notebook);
        return notebook;
    }

    @Test
    void goldenHeaderAndSession() throws IOException {
        try (Recording golden = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            assertEquals(Instant.parse("2026-01-02T03:04:05.678901Z"), golden.header().start());
            assertEquals(4711, golden.header().pid());
            assertEquals(0xfedcba9876543210L, golden.header().sessionId());
            assertEquals(0, golden.header().generation());
            Session session = golden.session();
            assertEquals("0.1.0", session.version());
            assertEquals(Door.LOAD, session.door());
            assertEquals(0, session.interval());
            assertEquals(128, session.depth());
            assertEquals(Liveness.ON, session.liveness());
            assertEquals(2, session.olderThreads());
            assertEquals(Collector.G1, session.collector());
            assertEquals("OpenJDK 64-Bit Server VM", session.vmName());
            assertEquals("17.0.15+6-Debian-1", session.vmVersion());
            assertEquals(17, session.javaVersion());
            assertEquals("demo.Shop --café 3", session.command());
            assertEquals("golden", session.host());
            assertEquals("interval=0,threads=pool,file=golden.jdhat", session.options());
            assertEquals(268435456, session.largestHeap());
            assertEquals(67108864, session.maxMemory());
            assertEquals(1048576, session.maxSize());
            assertEquals(2, session.threadKeys());
            assertTrue(session.finalCollectionWanted());
            assertEquals(Pace.AUTO, session.pace());
            assertEquals(2.0, session.budget());
            assertEquals(Ending.TARGET_ENDED, golden.ending());
            assertEquals(0, golden.tornBytes());
        }
    }

    @Test
    void anOlderFormatHasNoPace() throws IOException {
        try (Recording golden = Recording.open(GoldenFiles.path("golden.jdhat"));
                Recording older = Recording.open(GoldenFiles.path("golden-1.0.jdhat"))) {
            assertEquals(1, golden.header().minor());
            assertEquals(0, older.header().minor());
            assertEquals(Pace.NONE, older.session().pace());
            assertEquals(0, older.session().budget());
            assertEquals(golden.session().options(), older.session().options());
            assertEquals(read(golden).rest, read(older).rest);
        }
    }

    @Test
    void goldenRowsAndClockPoints() throws IOException {
        try (Recording golden = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            Notebook seen = read(golden);
            assertSums(seen, 1, 146, 151_840, 0, 0, 121, 125_840);
            assertSums(seen, 2, 33, 1_848, 1, 56, 0, 0);
            assertSums(seen, 3, 1_050, 25_200, 0, 0, 1_000, 24_000);
            assertSums(seen, 4, 32, 66_048, 78, 160_992, 25, 51_600);
            assertSums(seen, 5, 0, 0, 5, 350, 0, 0);
            assertSums(seen, 800, 3, 12_336, 2, 8_224, 3, 12_336);
            assertEquals(10, seen.clocks.size());
            ClockPoint merged = seen.clocks.get(6);
            assertEquals(7, merged.first());
            assertEquals(8, merged.last());
            assertTrue(merged.live() && merged.cycle() && !merged.full());
            ClockPoint atEnd = seen.clocks.get(8);
            assertTrue(atEnd.isFinal() && atEnd.finalDone() && atEnd.forced() && atEnd.full());
            assertEquals(ClockPoint.Reason.STOP, atEnd.reason());
            assertEquals(10, atEnd.liveLimit());
            assertEquals(4_100, seen.clocks.get(9).counter(Counter.EVENTS));
            assertEquals(220_000_000, seen.clocks.get(9).counter(Counter.JVM_ALLOCATED));
            assertEquals(ClockPoint.UNKNOWN, seen.clocks.get(9).counter(Counter.DIRECT));
            assertEquals(ClockPoint.UNKNOWN, seen.clocks.get(0).counter(Counter.HEAP_USED));
            assertEquals(List.of("mark 4 loaded \ud83d\ude00\0!", "window 1 1 6 0 true",
                    "note 3 2000100 tracking 1 block in 4 from now on",
                    "window 1 1 6 9 true",
                    "note 4 3100000 4 blocks were lost: max-memory is used up",
                    "end TARGET_ENDED 4100100").stream().sorted().collect(
                            java.util.stream.Collectors.toList()),
                    seen.rest.stream().sorted().collect(java.util.stream.Collectors.toList()));
        }
    }

    private static void assertSums(Notebook seen, int site, long... sums) {
        org.junit.jupiter.api.Assertions.assertArrayEquals(sums, seen.sums.get(site),
                "site " + site);
    }

    @Test
    void passesSeeTheSame() throws IOException {
        try (Recording golden = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            assertEquals(read(golden).rest, read(golden).rest);
        }
    }

    @Test
    void tornTailsAreIgnored() throws IOException {
        try (Recording truncated = Recording.open(GoldenFiles.path("truncated.jdhat"))) {
            assertEquals(74, truncated.tornBytes());
            assertEquals(Ending.OPEN, truncated.ending());
            assertEquals(8, read(truncated).clocks.get(6).last());
        }
        try (Recording torn = Recording.open(GoldenFiles.path("torn-block.jdhat"))) {
            assertEquals(15, torn.tornBytes());
            assertEquals(Ending.OPEN, torn.ending());
            assertEquals(10, read(torn).clocks.size());
        }
    }

    @Test
    void zerosThatAFileSystemLeftAreATornTail() throws IOException {
        byte[] golden = Files.readAllBytes(GoldenFiles.path("golden.jdhat"));
        Path file = Files.write(folder.resolve("zeros.jdhat"),
                java.util.Arrays.copyOf(golden, golden.length + 3_000_000));
        try (Recording recording = Recording.open(file)) {
            assertEquals(3_000_000, recording.tornBytes());
            assertEquals(Ending.TARGET_ENDED, recording.ending());
        }
    }

    @Test
    void damageInsideIsRefusedOrCutOnRequest() throws IOException {
        Path file = GoldenFiles.path("corrupt-inside.jdhat");
        refused(file, " is damaged at byte 1007 of 1861 (a checksum is wrong); take another copy of"
                + " it, or use only what stands before the damage.");
        try (Recording before = Recording.openBeforeDamage(file)) {
            assertTrue(before.damaged());
            assertEquals(854, before.tornBytes());
            assertEquals(2, read(before).clocks.get(1).last());
            assertEquals(2, before.session().olderThreads());
        }
    }

    @Test
    void headersThatCannotBeRead() throws IOException {
        refused(GoldenFiles.path("corrupt-header.jdhat"), " has a damaged header (its checksum is"
                + " wrong); take another copy of it or record again.");
        refused(GoldenFiles.path("newer.jdhat"), " is a recording of format version 2.1, and this"
                + " jdhat reads version 1.1; use the jdhat that recorded it, or a newer one.");
        refused(GoldenFiles.path("empty.jdhat"), " is a recording that never got its header (0 of"
                + " 64 bytes): the target ended as it began to record, or the disk was full; record"
                + " again.");
        Path foreign = Files.writeString(folder.resolve("a.txt"), "Hello");
        refused(foreign, " is not a jdhat recording; give the path of a file that jdhat recorded"
                + " (*.jdhat).");
        refused(folder.resolve("none"), " does not exist; give the path of a recording (*.jdhat).");
        refused(folder, " is a folder; give the path of a recording (*.jdhat) in it.");
    }

    private static void refused(Path file, String message) {
        RecordingException e = assertThrows(RecordingException.class, () -> Recording.open(file));
        assertEquals(file + message, e.getMessage());
    }

    @Test
    void wrongRecordsAreTold() throws IOException {
        Path file = new RecordingFile().session().flush().interval(1, 0, 0)
                .row(1, 7, 1, 1, 1, 8).rows(1).write(folder.resolve("row.jdhat"));
        try (Recording recording = Recording.open(file)) {
            RecordingException e = assertThrows(RecordingException.class,
                    () -> recording.scan(new Notebook()));
            assertTrue(e.getMessage().contains(": a row names site 7, which is not described; it"
                    + " was not written by jdhat, or this is a bug in jdhat to report."),
                    e.getMessage());
        }
        Path none = new RecordingFile().interval(1, 0, 0).write(folder.resolve("none.jdhat"));
        RecordingException e = assertThrows(RecordingException.class, () -> Recording.open(none));
        assertTrue(e.getMessage().contains("the first record is no session"), e.getMessage());
    }

    @Test
    void unknownRecordsAndLaterFieldsAreSkipped() throws IOException {
        RecordingFile file = new RecordingFile().session();
        file.record(99, new RecordingFile.Body().text("from the future"));
        file.record(RecordingFormat.INTERVAL, new RecordingFile.Body().number(1, 0, 0, 5, 6));
        Path path = file.end(9).write(folder.resolve("future.jdhat"));
        try (Recording recording = Recording.open(path)) {
            assertEquals(List.of("end STOPPED 9"), read(recording).rest);
        }
    }

    @Test
    void truncationAtEachByteGivesAPassOrAMessage() throws IOException {
        byte[] golden = Files.readAllBytes(GoldenFiles.path("golden.jdhat"));
        Path file = folder.resolve("cut.jdhat");
        for (int length = 0; length <= golden.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(golden, length));
            String message = null;
            try (Recording recording = Recording.open(file)) {
                read(recording);
                assertTrue(length >= 219, "readable at " + length);
            } catch (RecordingException e) {
                message = e.getMessage();
            }
            if (length < 64) {
                assertTrue(message.contains("(" + length + " of 64 bytes)"), message);
            } else if (length < 219) {
                assertEquals(file + " is a recording that ends before its session record: the"
                        + " target ended as it began to record, or the disk was full; record"
                        + " again.", message);
            } else {
                assertNull(message, "at " + length);
            }
        }
    }

    @Test
    void eachFlippedByteGivesAPassOrAMessage() throws IOException {
        byte[] golden = Files.readAllBytes(GoldenFiles.path("golden.jdhat"));
        Path file = folder.resolve("flipped.jdhat");
        for (int at = 0; at < golden.length; at++) {
            byte[] flipped = golden.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(file, flipped);
            try (Recording recording = Recording.open(file)) {
                assertFalse(at < 64, "header byte " + at);
                assertTrue(recording.tornBytes() > 0, "at " + at);
                read(recording);
            } catch (RecordingException e) {
                assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            }
        }
    }
}
