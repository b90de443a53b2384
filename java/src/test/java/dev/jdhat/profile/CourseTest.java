// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.ClockPoint.Kind;
import dev.jdhat.recording.GoldenFiles;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
    private static final int TRACKED = 1;
    private static final int DIED = 4;
    private static final int LIVE = 1;

    @TempDir
    private Path folder;

    private Profile profile;

    private Course course(Path file, ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(file)) {
            CourseBuilder builder = CourseBuilder.of(recording, options);
            profile = builder.profile();
            return builder.course(profile, profile.points());
        }
    }

    private Course course(RecordingFile file) throws IOException {
        return course(file.write(folder.resolve("a.jdhat")), ProfileOptions.defaults());
    }

    private static RecordingFile sites(int count) {
        RecordingFile file = new RecordingFile().session().interval(1, 0, 0).type(1, "byte[]");
        file.method(1, "a.Main", "main", "Main.java");
        for (int i = 1; i <= count; i++) {
            file.stack(i, 0, 1, i).site(i, i, 1, 1, false);
        }
        return file;
    }

    @Test
    void goldenCourse() throws IOException {
        Course course = course(GoldenFiles.path("golden.jdhat"), ProfileOptions.defaults());
        Curve curve = course.curve();
        assertEquals(List.of(1_000L, 100_000L, 1_100_000L, 1_500_000L, 2_000_000L, 2_100_000L,
                3_000_000L, 3_200_000L, 4_000_000L, 4_100_000L, 4_100_100L),
                times(curve, any -> true));
        assertEquals(List.of(100_000L, 2_000_000L, 3_000_000L, 4_000_000L),
                times(curve, moment -> curve.live(moment).known()));
        assertEquals(List.of(2_000_000L, 4_000_000L), times(curve,
                moment -> curve.collection(moment) == Curve.FULL_COLLECTION));
        assertEquals(profile.livePeak().orElseThrow().figure().bytes(), curve.live(6).bytes(), 9);
        assertEquals(Figure.of(62_400 + 504, 69), curve.live(1));
        long total = curve.allocated(curve.size() - 1).bytes();
        assertEquals(profile.total().bytes(), total, profile.points().size());
        assertArrayEquals(new long[] {0, 1_000, 100_000, 1_100_000, 1_500_000, 2_000_000,
                2_100_000, 3_000_000, 3_200_000, 4_000_000, 4_100_000, 4_100_100}, course.edges());
    }

    private static List<Long> times(Curve curve, IntPredicate which) {
        return IntStream.range(0, curve.size()).filter(which).mapToObj(curve::time)
                .collect(Collectors.toList());
    }

    @Test
    void goldenFates() throws IOException {
        Course course = course(GoldenFiles.path("golden.jdhat"), ProfileOptions.defaults());
        Fate grow = course.fate(point("java.util.ArrayList.grow")).orElseThrow();
        assertEquals(List.of(new Portion(56, 1_904, 34)), grow.sizes());
        assertEquals(29, sum(grow, Cohort.ALIVE));
        assertEquals(5, sum(grow, Cohort.UNKNOWN), "1 untracked, 4 of after t-end");
        assertEquals(0, grow.deathAges().size());
        for (ProgramPoint point : profile.points()) {
            Fate fate = course.fate(point).orElseThrow();
            assertEquals(Math.max(point.total().bytes(), point.atEnd().bytes()),
                    fate.cohorts().stream().mapToLong(Cohort::bytes).sum(), point.toString());
            assertEquals(point.atEnd().blocks(), sum(fate, Cohort.ALIVE), point.toString());
            assertEquals(point.total().blocks(),
                    fate.sizes().stream().mapToLong(Portion::blocks).sum(), point.toString());
        }
    }

    private ProgramPoint point(String method) {
        return profile.points().stream().filter(point -> point.stack().get(0).startsWith(method))
                .findFirst().orElseThrow();
    }

    private static long sum(Fate fate, int died) {
        return fate.cohorts().stream().filter(cohort -> cohort.died() == died)
                .mapToLong(Cohort::blocks).sum();
    }

    @Test
    void agesAreCountedInCollections() throws IOException {
        RecordingFile file = sites(1).row(1, 1, 1, TRACKED, 10, 160).rows(1);
        file.clock(1, 1, Kind.COLLECTION, LIVE, 1_000, 1);
        file.row(2, 1, 1, DIED, 4, 64).row(2, 1, 2, TRACKED, 3, 48).rows(2);
        file.clock(2, 2, Kind.COLLECTION, LIVE, 2_000, 2);
        Course course = course(file);
        Fate fate = course.fate(profile.points().get(0)).orElseThrow();
        assertEquals(List.of(new Portion(1, 48, 3), new Portion(2, 96, 6)), fate.survivorAges());
        assertEquals(List.of(new Portion(2, 64, 4)), fate.deathAges());
        assertEquals(List.of(new Cohort(0, Cohort.ALIVE, 96, 6), new Cohort(0, 1, 64, 4),
                new Cohort(1, Cohort.ALIVE, 48, 3)), fate.cohorts());
    }

    @Test
    void adHocEventsAreBornAndNothingIsKnownOfTheirEnd() throws IOException {
        Course course = course(GoldenFiles.path("golden.jdhat"),
                ProfileOptions.defaults().withUnit(Unit.AD_HOC));
        Curve curve = course.curve();
        assertFalse(curve.occupied(3).known());
        assertFalse(curve.live(6).known());
        assertEquals(Figure.of(350, 5), curve.allocated(curve.size() - 1));
        Fate fate = course.fate(profile.points().get(0)).orElseThrow();
        assertEquals(5, sum(fate, Cohort.UNKNOWN));
        assertEquals(List.of(), fate.sizes());
    }

    /** 70 epochs; in each, each site allocates, and a block of each earlier epoch dies. */
    @Test
    void theLastPointsAreLeftOutWhereThereAreTooManyPairsOfBuckets() throws IOException {
        int epochs = 70;
        RecordingFile file = sites(200);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int site = 1; site <= 200; site++) {
                long blocks = epochs + 300 - site;
                file.row(epoch, site, epoch, TRACKED, blocks, 16 * blocks);
                for (int birth = 1; birth < epoch; birth++) {
                    file.row(epoch, site, birth, DIED, 1, 16);
                }
            }
            file.rows(epoch).clock(epoch, epoch, Kind.COLLECTION, LIVE, epoch * 1_000, epoch);
        }
        Course course = course(file);
        int told = (int) profile.points().stream()
                .filter(point -> course.fate(point).isPresent()).count();
        assertTrue(told > 100 && told < 200, told + " of 200");
        assertTrue(course.fate(profile.points().get(told - 1)).isPresent());
        assertTrue(course.fate(profile.points().get(told)).isEmpty());
        long pairs = profile.points().stream().limit(told)
                .mapToLong(point -> course.fate(point).orElseThrow().cohorts().size()).sum();
        assertTrue(pairs <= 300_000 && pairs > 250_000, pairs + " pairs");
    }

    @Test
    void manyClockPointsAreFewMomentsAndBuckets() throws IOException {
        int clocks = 5_000;
        RecordingFile file = sites(1);
        for (int epoch = 1; epoch <= clocks; epoch++) {
            long blocks = epoch == 3_333 ? 1_000 : 1 + epoch % 7;
            file.row(epoch, 1, epoch, TRACKED, blocks, 16 * blocks);
            if (epoch > 1) {
                long before = epoch - 1 == 3_333 ? 1_000 : 1 + (epoch - 1) % 7;
                file.row(epoch, 1, epoch - 1, DIED, before, 16 * before);
            }
            file.rows(epoch).clock(epoch, epoch, Kind.COLLECTION, LIVE, epoch * 100L, epoch);
            if (epoch % 1_111 == 0) {
                file.mark(epoch, "mark " + epoch);
            }
        }
        Course course = course(file);
        Curve curve = course.curve();
        assertTrue(curve.size() > 600 && curve.size() <= 1_803, curve.size() + " moments");
        long largest = IntStream.range(0, curve.size()).mapToLong(i -> curve.live(i).bytes())
                .max().orElseThrow();
        assertEquals(16_000, largest);
        assertEquals(profile.total(), curve.allocated(curve.size() - 1));
        long[] edges = course.edges();
        assertTrue(edges.length > 50 && edges.length <= 61, edges.length + " edges");
        for (long mark = 1_111; mark < clocks; mark += 1_111) {
            assertTrue(Arrays.binarySearch(edges, mark * 100) > 0, "mark " + mark);
        }
    }

    @Test
    void roundedPartsAddUp() {
        assertArrayEquals(new long[] {1, 0, 1, 0},
                Apportioned.apportioned(new double[] {0.5, 0.5, 0.5, 0.5}, 2));
        assertArrayEquals(new long[] {3, 0, 7},
                Apportioned.apportioned(new double[] {3, -1e-9, 7}, 10));
        assertArrayEquals(new long[] {0, 2}, Apportioned.apportioned(new double[2], 2));
        assertArrayEquals(new long[0], Apportioned.apportioned(new double[0], 0));
    }
}
