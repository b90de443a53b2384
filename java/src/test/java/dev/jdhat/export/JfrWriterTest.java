// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.DataAmount;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import org.junit.jupiter.api.Test;

class JfrWriterTest {
    private static final Profile SHOP = Profile.builder(ProfileInfo.builder()
            .command("shop.Main --all").pid(7).version("0.1.0").timeAtEnd(2_500_000).build())
            .points(List.of(ProgramPoint.builder().frames(List.of("byte[] (class)",
                    "java.util.Arrays.copyOf (native)", "shop.Cart.add (Cart.java:5)", "[jdhat]"))
                    .total(Figure.of(400, 4)).atPeak(Figure.of(200, 2)).atEnd(Figure.of(8, 1))
                    .max(Figure.of(300, 3)).lifetime(1_500).temporaryBlocks(3).samples(4).build(),
                    ProgramPoint.builder().frames(List.of("shop.Main.main (Main.java:3)"))
                            .total(Figure.of(100, 2)).build())).build();

    private static RecordedEvent one(Profile profile, String type, int at) throws IOException {
        return ReadBack.jfr(profile, type).get(at);
    }

    @Test
    void aSiteIsAnEventWithAllItsFigures() throws IOException {
        RecordedEvent site = one(SHOP, JfrEvents.ALLOCATIONS, 0);
        assertEquals(400, site.getLong("totalBytes"));
        assertEquals(4, site.getLong("totalBlocks"));
        assertEquals(200, site.getLong("peakBytes"));
        assertEquals(2, site.getLong("peakBlocks"));
        assertEquals(8, site.getLong("endBytes"));
        assertEquals(1, site.getLong("endBlocks"));
        assertEquals(300, site.getLong("maxBytes"));
        assertEquals(3, site.getLong("maxBlocks"));
        assertEquals(4, site.getLong("samples"));
        assertEquals(3, site.getLong("temporaryBlocks"));
        assertEquals(1_500_000, site.getDuration("lifetime").toNanos());
        assertFalse(site.getBoolean("unknown"));
        assertFalse(site.hasField("totalBytesError"));
        assertTrue(one(SHOP, JfrEvents.ALLOCATIONS, 1).getBoolean("unknown"));
        assertEquals("Object Allocation Sample", site.getEventType().getLabel());
        ValueDescriptor bytes = site.getEventType().getField("totalBytes");
        assertEquals("bytes over the run", bytes.getLabel());
        assertEquals(DataAmount.class.getName(), bytes.getContentType());
    }

    @Test
    void theClockOfTheFileBeginsWithTheRun() throws IOException {
        assertEquals(Instant.ofEpochMilli(2_500),
                one(SHOP, JfrEvents.ALLOCATIONS, 0).getStartTime());
    }

    @Test
    void framesAreMethodsWithLines() throws IOException {
        List<RecordedFrame> frames =
                one(SHOP, JfrEvents.ALLOCATIONS, 0).getStackTrace().getFrames();
        assertEquals(List.of("java.util.Arrays|copyOf|-1|Native", "shop.Cart|add|5|Unknown",
                "unknown|[jdhat]|-1|Unknown"), frames.stream()
                        .map(frame -> String.join("|", frame.getMethod().getType().getName(),
                                frame.getMethod().getName(), "" + frame.getLineNumber(),
                                frame.getType()))
                        .collect(Collectors.toList()));
        assertEquals(-1, frames.get(0).getBytecodeIndex());
        assertFalse(one(SHOP, JfrEvents.ALLOCATIONS, 0).getStackTrace().isTruncated());
    }

    @Test
    void stacksThatShareFramesMethodsOrNamesKeepTheirOwn() throws IOException {
        List<List<String>> stacks = List.of(
                List.of("a.B.c (B.java:1)", "a.B.d (B.java:9)"),
                List.of("a.B.c (B.java:2)", "a.B.d (B.java:9)"),
                List.of("a.C.c (C.java:1)", "a.B.d (B.java:9)"),
                List.of("a.B.c (B.java:1)", "a.B.d (B.java:9)"));
        Profile shared = Profile.builder(ProfileInfo.builder().build()).points(stacks.stream()
                .map(frames -> ProgramPoint.builder().frames(frames).allocatedClass("a.T")
                        .total(Figure.of(8, 1)).build()).collect(Collectors.toList())).build();
        List<List<String>> read = new ArrayList<>();
        for (RecordedEvent site : ReadBack.jfr(shared, JfrEvents.ALLOCATIONS)) {
            read.add(site.getStackTrace().getFrames().stream().map(frame -> String.format(
                    "%s.%s (%s.java:%d)",
                    frame.getMethod().getType().getName(), frame.getMethod().getName(),
                    frame.getMethod().getType().getName().substring(2), frame.getLineNumber()))
                    .collect(Collectors.toList()));
        }
        assertEquals(stacks, read);
    }

    @Test
    void allocationsAreSamplesWithTheirWeight() throws IOException {
        RecordedEvent sample = one(SHOP, JfrEvents.ALLOCATIONS, 0);
        assertEquals(400, sample.getLong("weight"));
        assertEquals(List.of(), ReadBack.jfr(SHOP, JfrEvents.SITES));
        assertEquals("[B", sample.getClass("objectClass").getName());
        assertEquals("unknown",
                one(SHOP, JfrEvents.ALLOCATIONS, 1).getClass("objectClass").getName());
        assertEquals(3, sample.getStackTrace().getFrames().size());
    }

    @Test
    void theProfileIsAnEvent() throws IOException {
        RecordedEvent profile = one(SHOP, "jdhat.Profile", 0);
        assertEquals("shop.Main --all", profile.getString("command"));
        assertEquals(7, profile.getLong("pid"));
        assertEquals("0.1.0", profile.getString("version"));
        assertEquals("jvm-heap", profile.getString("mode"));
        assertEquals("shop.Main --all, process 7, recorded by jdhat 0.1.0\nAt 1 of 2 sites no block"
                + " was watched: their peak and end are not known and count as 0.",
                profile.getString("remarks"));
    }

    @Test
    void estimatesHaveTheirErrors() throws IOException {
        Profile sampled = Profile.builder(ProfileInfo.builder().sampled(true).lifetimes(false)
                .build()).points(List.of(ProgramPoint.builder().frames(List.of("a.B.c (B.java:1)"))
                        .total(Figure.of(100, 2, 12.4, 0.6)).build())).build();
        RecordedEvent site = one(sampled, JfrEvents.ALLOCATIONS, 0);
        assertEquals(12, site.getLong("totalBytesError"));
        assertEquals(1, site.getLong("totalBlocksError"));
        assertFalse(site.hasField("endBytes"));
        assertFalse(site.hasField("lifetime"));
    }

    @Test
    void lifetimesOfManyBlocksFit() throws IOException {
        Profile old = Profile.builder(ProfileInfo.builder().build()).points(List.of(ProgramPoint
                .builder().frames(List.of("a.B.c (B.java:1)")).total(Figure.of(100, 2))
                .atEnd(Figure.of(100, 2)).lifetime(Long.MAX_VALUE / 100).build())).build();
        assertEquals(Long.MAX_VALUE / 100 / 1_000,
                one(old, JfrEvents.ALLOCATIONS, 0).getDuration("lifetime").toMillis());
    }

    @Test
    void eventsAreNoAllocations() throws IOException {
        Profile adHoc = Profile.builder(ProfileInfo.builder().unit(Unit.AD_HOC).verb("Occurred")
                .byteName("unit").bytesName("units").blocksName("events").lifetimes(false).build())
                .points(List.of(ProgramPoint.builder()
                        .frames(List.of("bytes \"copied\"\n (ad hoc)", "a.B.c (B.java:1)"))
                        .total(Figure.of(30, 3)).build())).build();
        RecordedEvent site = one(adHoc, JfrEvents.SITES, 0);
        assertEquals("bytes \"copied\"\n", site.getString("kind"));
        assertEquals(30, site.getLong("totalUnits"));
        assertEquals(3, site.getLong("totalEvents"));
        assertEquals(List.of(), ReadBack.jfr(adHoc, JfrEvents.ALLOCATIONS));
    }

    @Test
    void classesHaveTheNamesOfTheJvm() {
        assertEquals("[[I", JfrStacks.internalName("int[][]"));
        assertEquals("[Ljava/util/HashMap$Node;",
                JfrStacks.internalName("java.util.HashMap$Node[]"));
        assertEquals("shop/Tag", JfrStacks.internalName("shop.Tag"));
        assertEquals("int", JfrStacks.internalName("int"));
    }

    @Test
    void theSameProfileIsTheSameFile() throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            assertTrue(Arrays.equals(
                    ReadBack.written(ExportFormat.JFR, RandomProfile.of(seed), SortBy.TOTAL),
                    ReadBack.written(ExportFormat.JFR, RandomProfile.of(seed), SortBy.TOTAL)));
        }
    }
}
