// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.ClockPoint.Kind;
import dev.jdhat.recording.Door;
import dev.jdhat.recording.Ending;
import dev.jdhat.recording.GoldenFiles;
import dev.jdhat.recording.Liveness;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingException;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileBuilderTest {
    private static final int TRACKED = 1;
    private static final int UNTRACKED = 2;
    private static final int DIED = 4;

    @TempDir
    private Path folder;

    private Profile build(RecordingFile file, ProfileOptions options) throws IOException {
        return build(file.write(folder.resolve("test.jdhat")), options);
    }

    private Profile build(RecordingFile file) throws IOException {
        return build(file, ProfileOptions.defaults());
    }

    private static Profile build(Path path, ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(path)) {
            return ProfileBuilder.build(recording, options);
        }
    }

    private static RecordingFile oneSite(RecordingFile file, long lambda, int k) {
        return file.interval(1, lambda, k).method(1, "a.Main", "main", "Main.java")
                .type(1, "byte[]").stack(1, 0, 1, 7).site(1, 1, 1, 1, false);
    }

    @Test
    void goldenProfile() throws IOException {
        Profile golden = build(GoldenFiles.path("golden.jdhat"), ProfileOptions.defaults());
        ProgramPoint bytes = point(golden, "byte[] (class)", "demo.Shop.order (Shop.java:42)",
                "demo.Shop.main (Shop.java:17)");
        assertEquals("byte[]", bytes.allocatedClass());
        assertEquals(150, bytes.samples());
        ProgramPoint array = point(golden, "java.lang.Object[] (class)",
                "java.util.ArrayList.grow (ArrayList.java:239)", "demo.Shop.order (Shop.java:43)",
                "demo.Shop.main (Shop.java:17)");
        assertEquals(Figure.of(1_904, 34), array.total());
        assertEquals(Figure.of(1_624, 29), array.atPeak());
        assertEquals(Figure.of(1_624, 29), array.atEnd());
        ProgramPoint lambda = point(golden, "byte[] (class)",
                "demo.Shop$$Lambda.run (Unknown Source)", "demo.Shop.serve (Shop.java:60)");
        assertEquals(110, lambda.total().blocks());
        assertEquals(4 * (25 + 7 - 5), lambda.atPeak().blocks());
        assertEquals(28, lambda.atEnd().blocks());
        assertTrue(lambda.atEnd().blocksError() > 0 && lambda.total().exact());
        point(golden, "byte[] (class)", "[other stacks]");
        point(golden, "byte[] (class)", "java.lang.Class.forName0 (native)",
                "demo.Shop.main (Shop.java:12)");
        assertEquals(3_000_000, golden.livePeak().orElseThrow().time());
        assertTrue(golden.livePeak().get().upperBound());
        assertEquals(4_000_000, golden.fullLivePeak().orElseThrow().time());
        assertEquals(golden.atEnd().bytes(), golden.fullLivePeak().get().figure().bytes(), 5);
        ProgramPoint basket = point(golden, "demo.Shop$Basket (class)",
                "demo.Shop.order (Shop.java:42)", "demo.Shop.main (Shop.java:17)");
        assertEquals(Figure.of(2_400, 100), basket.max());
        ProfileInfo info = golden.info();
        assertEquals(FinalCollection.DONE, info.finalCollection());
        assertEquals(Ending.TARGET_ENDED, info.ending());
        assertEquals(4_100_100, info.timeAtEnd());
        assertEquals(new Tally(4, 4_096), info.lost());
        assertEquals(new Tally(2, 64), info.dropped());
        assertEquals(new Tally(1, 56), info.untracked());
        assertEquals(180_000_000, info.jvmAllocated());
        assertEquals(List.of(new Span("loaded \ud83d\ude00\0!", 1_500_000, 1_500_000)),
                info.marks());
        assertEquals(List.of(new Span("warm-up", 2_100_000, 3_200_000)), info.windows());
        assertEquals(1, info.doubtfulStacks());
        assertTrue(info.sampled() && info.thinned() && !info.exact());
    }

    @Test
    void goldenOccupiedAndAdHoc() throws IOException {
        Profile occupied = build(GoldenFiles.path("golden.jdhat"),
                ProfileOptions.defaults().withPeak(PeakKind.OCCUPIED));
        ProgramPoint basket = point(occupied, "demo.Shop$Basket (class)",
                "demo.Shop.order (Shop.java:42)", "demo.Shop.main (Shop.java:17)");
        assertEquals(Figure.of(24_000, 1_000), basket.max());
        Profile adHoc = build(GoldenFiles.path("golden.jdhat"),
                ProfileOptions.defaults().withUnit(Unit.AD_HOC));
        assertEquals(Figure.of(350, 5), adHoc.total());
        assertEquals(List.of("rows read (ad hoc)", "demo.Shop.serve (Shop.java:61)"),
                adHoc.points().get(0).frames());
        assertFalse(adHoc.info().lifetimes());
        assertEquals("jvm-ad-hoc", adHoc.info().mode());
        assertFalse(adHoc.atEnd().known());
    }

    private static ProgramPoint point(Profile profile, String... frames) {
        return profile.points().stream().filter(p -> p.frames().equals(List.of(frames)))
                .findFirst().orElseThrow(() -> new AssertionError(Arrays.toString(frames) + " in "
                        + profile.points()));
    }

    @Test
    void eachTruncationGivesAProfileOrAMessage() throws IOException {
        byte[] golden = Files.readAllBytes(GoldenFiles.path("golden.jdhat"));
        Path file = folder.resolve("cut.jdhat");
        int profiles = 0;
        for (int length = 0; length <= golden.length; length++) {
            Files.write(file, Arrays.copyOf(golden, length));
            try {
                Profile profile = build(file, ProfileOptions.defaults());
                assertTrue(profile.info().timeAtEnd() > 0);
                profiles++;
            } catch (RecordingException e) {
                assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            }
        }
        assertEquals(golden.length - 218, profiles);
    }

    @Test
    void noTwoPointsHaveTheSameFrames() throws IOException {
        RecordingFile file = oneSite(new RecordingFile().session(), 0, 0);
        file.method(2, "a.Main", "main", "Main.java").stack(2, 0, 2, 7, 2, 7, 1, 7);
        file.site(2, 2, 1, 1, false);
        file.type(2, "short[]").site(3, 2, 2, 1, false);
        for (int site = 1; site <= 3; site++) {
            file.row(1, site, 1, TRACKED, 1, 16);
        }
        file.rows(1);
        Profile profile = build(file);
        Set<List<String>> frames = profile.points().stream().map(ProgramPoint::frames)
                .collect(Collectors.toCollection(HashSet::new));
        assertEquals(2, profile.points().size());
        assertEquals(2, frames.size());
        Profile untyped = build(file, ProfileOptions.defaults().withTypeFrames(false));
        assertEquals(1, untyped.points().size());
        assertEquals("", untyped.points().get(0).allocatedClass());
        assertEquals(Figure.of(48, 3), untyped.points().get(0).total());
    }

    @Test
    void plumbingGoesAndRawFramesStay() throws IOException {
        RecordingFile file = new RecordingFile().session().interval(1, 0, 0);
        file.method(1, "a.Main$$Lambda$3/0x08", "run", null);
        file.method(2, "jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", "D.java");
        file.method(3, "dev.jdhat.junit.HeapAssert", "that", "HeapAssert.java");
        file.method(4, "java.lang.reflect.Method", "invoke", "Method.java");
        file.type(1, "a.Main$$Lambda$3/0x08").stack(1, 0, 1, -1, 2, 5, 4, 6, 3, 4);
        file.site(1, 1, 1, 1, false).row(1, 1, 1, TRACKED, 1, 16).rows(1);
        assertEquals(List.of("a.Main$$Lambda (class)", "a.Main$$Lambda.run (Unknown Source)",
                "java.lang.reflect.Method.invoke (Method.java:6)"),
                build(file).points().get(0).frames());
        assertEquals(List.of("a.Main$$Lambda$3/0x08 (class)",
                "a.Main$$Lambda$3/0x08.run (Unknown Source)",
                "jdk.internal.reflect.DirectMethodHandleAccessor.invoke (D.java:5)",
                "java.lang.reflect.Method.invoke (Method.java:6)"),
                build(file, ProfileOptions.defaults().withRawFrames(true)).points().get(0)
                        .frames());
    }

    @Test
    void whatTheProfilerItselfDoesIsOneFrame() throws IOException {
        RecordingFile file = new RecordingFile().session().interval(1, 0, 0);
        file.method(1, "java.util.HashMap", "put", "HashMap.java");
        file.method(2, "dev.jdhat.agent.SelfAttach", "answer", "SelfAttach.java");
        file.method(3, "a.Main", "main", "Main.java");
        file.type(1, "int[]").stack(1, 0, 1, 5, 2, 5, 3, 4);
        file.site(1, 1, 1, 1, false).row(1, 1, 1, TRACKED, 1, 16).rows(1);
        assertEquals(List.of("int[] (class)", "[jdhat]"), build(file).points().get(0).frames());
    }

    @Test
    void emptyStacksAreNamed() throws IOException {
        RecordingFile file = new RecordingFile().session().interval(1, 0, 0);
        file.type(1, "int[]").stack(1, 0).site(1, 1, 1, 1, false);
        file.row(1, 1, 1, TRACKED, 1, 16).rows(1);
        assertEquals(List.of("int[] (class)", "[no Java frames]"),
                build(file).points().get(0).frames());
        assertEquals(List.of("[no Java frames]"),
                build(file, ProfileOptions.defaults().withTypeFrames(false)).points().get(0)
                        .frames());
    }

    @Test
    void livenessOffIsUnknownAndNotZero() throws IOException {
        RecordingFile file = new RecordingFile().session(Door.LOAD, 0, Liveness.OFF, 0, false);
        oneSite(file, 0, 0).row(1, 1, 1, UNTRACKED, 3, 48).rows(1);
        Profile profile = build(file);
        assertEquals(Figure.of(48, 3), profile.total());
        assertFalse(profile.info().lifetimes());
        assertFalse(profile.atPeak().known());
        assertFalse(profile.atEnd().known());
        assertTrue(profile.livePeak().isEmpty());
        assertFalse(profile.points().get(0).max().known());
    }

    @Test
    void aPointWithoutTrackedBlocksIsUnknown() throws IOException {
        RecordingFile file = oneSite(new RecordingFile().session(), 0, 3);
        Profile profile = build(file.row(1, 1, 1, UNTRACKED, 3, 48).rows(1));
        assertTrue(profile.info().lifetimes());
        assertFalse(profile.points().get(0).atEnd().known());
        assertEquals(Figure.of(48, 3), profile.total());
    }

    @Test
    void withoutAClockPointAllIsLiveAndAnUpperBound() throws IOException {
        RecordingFile file = oneSite(new RecordingFile().session(), 0, 0);
        Profile profile = build(file.row(1, 1, 1, TRACKED, 3, 48).rows(1));
        assertEquals(Figure.of(48, 3), profile.atPeak());
        assertEquals(Figure.of(48, 3), profile.atEnd());
        assertTrue(profile.livePeak().orElseThrow().upperBound());
        assertFalse(profile.info().liveAtAll());
        assertEquals(FinalCollection.NOT_FINISHED, profile.info().finalCollection());
        assertEquals(Ending.OPEN, profile.info().ending());
        assertEquals(1, profile.info().timeAtEnd());
    }

    @Test
    void temporaryBlocksCountHalfTheirSpan() throws IOException {
        RecordingFile file = oneSite(new RecordingFile().session(), 0, 0);
        file.row(1, 1, 1, TRACKED, 10, 160).row(1, 1, 1, DIED, 4, 64).rows(1);
        file.clock(1, 1, Kind.COLLECTION, 3, 1_000, 1);
        file.row(2, 1, 1, DIED, 3, 48).rows(2);
        file.clock(2, 2, Kind.COLLECTION, 3, 3_000, 2).end(4_000);
        ProgramPoint point = build(file).points().get(0);
        assertEquals(4, point.temporaryBlocks());
        assertEquals(4 * 250 + 3 * 2_500 + 3 * 3_500, point.lifetime());
        assertEquals(4 * 1_000 + 3 * 3_000 + 3 * 4_000, point.lifetimeMax());
        assertEquals(new Ages(1, (4 + 3 * 2) / 7.0, 2), point.deathAges());
        assertEquals(new Ages(2, 2, 2), point.survivorAges());
        assertEquals(2_000, build(file).info().shortLived());
    }

    @Test
    void sampledFiguresAreWeightedPerSite() throws IOException {
        RecordingFile file = oneSite(new RecordingFile().session(), 1_024, 1);
        file.row(1, 1, 1, TRACKED, 5, 5_120).row(1, 1, 1, UNTRACKED, 5, 5_120).rows(1);
        file.clock(1, 1, Kind.COLLECTION, 3, 1_000, 1);
        Profile profile = build(file);
        double seen = 1 - Math.exp(-1);
        assertEquals(Math.round(10 / seen), profile.total().blocks());
        assertEquals(Math.round(10_240 / seen), profile.total().bytes());
        assertEquals(Math.round(10 / seen), profile.atPeak().blocks());
        assertEquals(Math.sqrt(10 * (1 - seen)) / seen, profile.total().blocksError(), 1e-9);
        double watched = seen / 2;
        assertEquals(1_024 * Math.sqrt(5 * (1 - watched)) / watched,
                profile.atPeak().bytesError(), 1e-6);
        assertEquals(10, profile.points().get(0).samples());
        assertNull(profile.points().get(0).deathAges());
        assertTrue(profile.info().sampled() && profile.info().thinned());
    }

    @Test
    void theLatestOfEqualPeaksIsThePeak() throws IOException {
        RecordingFile file = oneSite(new RecordingFile().session(), 0, 0);
        file.row(1, 1, 1, TRACKED, 1, 16).rows(1);
        file.clock(1, 1, Kind.COLLECTION, 3, 1_000, 1);
        file.clock(2, 2, Kind.COLLECTION, 3, 2_000, 2);
        assertEquals(2_000, build(file).info().timeAtPeak());
    }

    @Test
    void afterCompactionMaximaAreLowerBounds() throws IOException {
        RecordingFile file = oneSite(new RecordingFile(1, 3).session(), 0, 0);
        file.row(5, 1, 5, TRACKED, 1, 16).rows(5);
        file.clock(1, 5, Kind.COLLECTION, 3, 1_000, 5);
        Profile profile = build(file);
        assertTrue(profile.info().compacted());
        assertTrue(profile.points().get(0).maxLowerBound());
        assertEquals(Figure.of(16, 1), profile.atPeak());
    }
}
