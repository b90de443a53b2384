// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.export.pprof.Pprof;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PprofWriterTest {
    private static ProgramPoint point(Figure total, String... frames) {
        return ProgramPoint.builder().frames(List.of(frames)).total(total)
                .atPeak(Figure.of(total.bytes() / 2, total.blocks() / 2))
                .atEnd(Figure.of(8, 1)).build();
    }

    private static Profile shop(ProfileInfoBuilder info) {
        return Profile.builder(info.command("shop.Main --all").pid(7).timeAtEnd(2_000).build())
                .points(List.of(
                        point(Figure.of(400, 4, 30, 3), "byte[] (class)",
                                "shop.Cart.add (Cart.java:5)", "shop.Main.main (Main.java:3)"),
                        point(Figure.of(100, 2, 40, 4), "shop.Tag (class)",
                                "shop.Cart.add (Cart.java:6)", "shop.Main.main (Main.java:3)")))
                .build();
    }

    private static Profile shop() {
        return shop(ProfileInfo.builder());
    }

    private static String text(Pprof.Profile profile, long index) {
        return profile.getStringTable((int) index);
    }

    private static List<String> types(Pprof.Profile profile) {
        return profile.getSampleTypeList().stream()
                .map(type -> text(profile, type.getType()) + "/" + text(profile, type.getUnit()))
                .collect(Collectors.toList());
    }

    @Test
    void valuesHaveTheNamesOfGoAndTheChosenOneIsFirst() throws IOException {
        Pprof.Profile written = ReadBack.pprof(shop(), SortBy.END);
        assertEquals(List.of("alloc_objects/count", "alloc_space/bytes", "peak_objects/count",
                "peak_space/bytes", "inuse_objects/count", "inuse_space/bytes"), types(written));
        assertEquals(List.of(4L, 400L, 2L, 200L, 1L, 8L), written.getSample(0).getValueList());
        assertEquals("inuse_space", text(written, written.getDefaultSampleType()));
        assertEquals("alloc_space", text(written, ReadBack.pprof(shop(), SortBy.TOTAL)
                .getDefaultSampleType()));
        assertEquals(2_000_000, written.getDurationNanos());
        assertEquals(List.of("shop.Main --all, process 7"), comments(written));
    }

    private static List<String> comments(Pprof.Profile profile) {
        return profile.getCommentList().stream().map(index -> text(profile, index))
                .collect(Collectors.toList());
    }

    @Test
    void framesFunctionsAndTextsAreThereOnce() throws IOException {
        Pprof.Profile written = ReadBack.pprof(shop(), SortBy.TOTAL);
        assertEquals(5, written.getLocationCount());
        assertEquals(List.of("byte[] (class)@", "shop.Cart.add@Cart.java",
                "shop.Main.main@Main.java", "shop.Tag (class)@"), written.getFunctionList().stream()
                        .map(function -> text(written, function.getName()) + "@"
                                + text(written, function.getFilename()))
                        .collect(Collectors.toList()));
        assertEquals(List.of(0L, 5L, 3L, 0L, 6L), written.getLocationList().stream()
                .map(location -> location.getLine(0).getLine()).collect(Collectors.toList()));
        Set<String> texts = new HashSet<>(written.getStringTableList());
        assertEquals(texts.size(), written.getStringTableCount());
        Pprof.Label label = written.getSample(1).getLabel(0);
        assertEquals("class=shop.Tag",
                text(written, label.getKey()) + "=" + text(written, label.getStr()));
    }

    @Test
    void aSampledProfileSaysThatItIsWeightedAlready() throws IOException {
        Pprof.Profile written = ReadBack.pprof(shop(ProfileInfo.builder().sampled(true)
                .sampling(Sampling.every(524_288)).version("0.1.0")
                .notes(List.of("The VM left something out."))), SortBy.TOTAL);
        assertEquals(List.of("shop.Main --all, process 7, recorded by jdhat 0.1.0",
                "Figures are estimates and weighted already. One standard error: alloc_objects 5,"
                        + " alloc_space 50, peak_objects 0, peak_space 0, inuse_objects 0,"
                        + " inuse_space 0.",
                "The VM left something out."), comments(written));
        assertEquals("space/bytes", text(written, written.getPeriodType().getType()) + "/"
                + text(written, written.getPeriodType().getUnit()));
        assertEquals(524_288, written.getPeriod());
        assertEquals(400, written.getSample(0).getValue(1));
    }

    @Test
    void whatIsNotKnownIsNotThere() throws IOException {
        Profile totals = Profile.builder(ProfileInfo.builder().lifetimes(false).build())
                .points(List.of(ProgramPoint.builder().frames(List.of("a.B.c (B.java:1)"))
                        .total(Figure.of(30, 1)).build())).build();
        Pprof.Profile written = ReadBack.pprof(totals, SortBy.TOTAL);
        assertEquals(List.of("alloc_objects/count", "alloc_space/bytes"), types(written));
        assertEquals(List.of("An unknown command, process 0",
                "Deaths were not watched: only totals are known."), comments(written));
    }

    @Test
    void sitesThatNobodyWatchedAreCounted() throws IOException {
        Profile partly = Profile.builder(ProfileInfo.builder().build()).points(List.of(
                point(Figure.of(100, 2), "a.B.c (B.java:1)"), ProgramPoint.builder()
                        .frames(List.of("a.B.d (B.java:2)")).total(Figure.of(30, 1)).build()))
                .build();
        assertEquals("At 1 of 2 sites no block was watched: their peak and end are not known and"
                + " count as 0.", comments(ReadBack.pprof(partly, SortBy.TOTAL)).get(1));
    }

    @Test
    void eventsAndCopiesHaveTheirOwnUnits() throws IOException {
        Profile events = Profile.builder(ProfileInfo.builder().unit(Unit.AD_HOC).verb("Occurred")
                .byteName("unit").bytesName("units").blocksName("events").lifetimes(false).build())
                .points(List.of(point(Figure.of(30, 3), "polls (ad hoc)", "a.B.c (B.java:1)")))
                .build();
        assertEquals(List.of("events/count", "units/units"),
                types(ReadBack.pprof(events, SortBy.TOTAL)));
        Profile copies = Profile.builder(ProfileInfo.builder().verb("Copied").mode("copy")
                .blocksName("copies").lifetimes(false).build()).points(List.of(ProgramPoint
                        .builder().frames(List.of("memcpy (string.c:9)")).total(Figure.of(30, 3))
                        .build())).build();
        assertEquals(List.of("copies/count", "bytes/bytes"),
                types(ReadBack.pprof(copies, SortBy.TOTAL)));
    }

    /** What pprof checks when it reads a profile, and that names survive. */
    @Test
    void everyProfileIsValid() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            Profile profile = RandomProfile.of(seed);
            Pprof.Profile written = ReadBack.pprof(profile, SortBy.TOTAL);
            assertEquals("", written.getStringTable(0));
            check(written.getFunctionCount(), i -> written.getFunction((int) i).getId());
            check(written.getLocationCount(), i -> written.getLocation((int) i).getId());
            List<List<String>> stacks = new ArrayList<>();
            for (Pprof.Sample sample : written.getSampleList()) {
                assertEquals(written.getSampleTypeCount(), sample.getValueCount());
                assertFalse(sample.getValueList().stream().allMatch(value -> value == 0));
                stacks.add(sample.getLocationIdList().stream().map(id -> frame(written, id))
                        .collect(Collectors.toList()));
            }
            List<List<String>> frames = profile.points().stream().filter(PprofWriterTest::counts)
                    .map(point -> point.frames().stream()
                            .map(frame -> frame.isEmpty() ? "[no name]" : SoundText.sound(frame))
                            .collect(Collectors.toList()))
                    .collect(Collectors.toList());
            assertEquals(frames, stacks);
        }
    }

    private static boolean counts(ProgramPoint point) {
        return point.total().blocks() + point.atPeak().blocks() + point.atEnd().blocks() > 0;
    }

    /** Ids are dense, from 1 on. */
    private static void check(int count, LongFunction<Long> ids) {
        for (int i = 0; i < count; i++) {
            assertEquals(i + 1L, ids.apply(i));
        }
    }

    private static String frame(Pprof.Profile profile, long id) {
        Pprof.Location location = profile.getLocation((int) id - 1);
        Pprof.Line line = location.getLine(0);
        Pprof.Function function = profile.getFunction((int) line.getFunctionId() - 1);
        assertEquals(1, location.getMappingId());
        assertTrue(profile.getMapping(0).getHasFunctions());
        String file = text(profile, function.getFilename());
        return text(profile, function.getName()) + (file.isEmpty() ? "" : " (" + file + ":"
                + line.getLine() + (line.getColumn() > 0 ? ":" + line.getColumn() : "") + ")");
    }
}
