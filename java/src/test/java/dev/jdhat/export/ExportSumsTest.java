// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** In every format the sums over the sites are those of the profile, to the byte. */
class ExportSumsTest {
    private static final int PROFILES = 150;
    /** The writer of flight recordings takes half a second for each. */
    private static final int RECORDINGS = 15;

    /** What the profile knows; 0 where it does not. */
    private static Map<String, Long> sums(Profile profile) {
        Map<String, Long> sums = new TreeMap<>();
        for (SortBy by : SortBy.values()) {
            Figure figure = by.of(profile);
            sums.put(by.word() + " bytes", figure.bytes());
            sums.put(by.word() + " blocks", figure.blocks());
        }
        return sums;
    }

    private static Set<String> known(Profile profile) {
        Set<String> names = new TreeSet<>();
        for (SortBy by : SortBy.of(profile.info())) {
            if (by.of(profile).known()) {
                names.addAll(List.of(by.word() + " bytes", by.word() + " blocks"));
            }
        }
        return names;
    }

    @Test
    void sumsAreThoseOfTheProfile() throws IOException {
        Map<ExportFormat, Long> compared = new EnumMap<>(ExportFormat.class);
        for (int seed = 1; seed <= PROFILES; seed++) {
            Profile profile = RandomProfile.of(seed);
            Map<String, Long> truth = sums(profile);
            for (ExportFormat format : formats(seed)) {
                for (SortBy by : SortBy.values()) {
                    if (by != SortBy.TOTAL && !format.hasChosenFigure()) {
                        continue;
                    }
                    Map<String, Long> read = ReadBack.sums(format, profile, by);
                    String what = format + " of profile " + seed;
                    read.forEach((name, sum) -> assertEquals(truth.get(name), sum,
                            what + ", " + name));
                    compared.merge(format, (long) read.size(), Long::sum);
                }
            }
        }
        assertEquals(Set.of(ExportFormat.values()), compared.keySet());
        compared.forEach((format, count) -> assertTrue(count >= RECORDINGS, format + ": " + count));
    }

    private static Set<ExportFormat> formats(int seed) {
        Set<ExportFormat> formats = EnumSet.allOf(ExportFormat.class);
        if (seed > RECORDINGS) {
            formats.remove(ExportFormat.JFR);
        }
        return formats;
    }

    @Test
    void nothingThatIsKnownIsMissing() throws IOException {
        for (int seed = 1; seed <= PROFILES; seed++) {
            Profile profile = RandomProfile.of(seed);
            if (!profile.points().isEmpty()) {
                Set<ExportFormat> formats = formats(seed);
                formats.removeAll(Set.of(ExportFormat.COLLAPSED, ExportFormat.CSV,
                        ExportFormat.FIREFOX));
                for (ExportFormat format : formats) {
                    assertEquals(known(profile),
                            ReadBack.sums(format, profile, SortBy.TOTAL).keySet(),
                            format + " of profile " + seed);
                }
            }
        }
    }

    @Test
    void allocationSamplesOfAFlightRecordingWeighWhatWasAllocated() throws IOException {
        for (int seed = 1; seed <= RECORDINGS; seed++) {
            Profile profile = RandomProfile.of(seed);
            long weight = 0;
            for (RecordedEvent event : ReadBack.jfr(profile, JfrEvents.ALLOCATIONS)) {
                weight += event.getLong("weight");
            }
            assertEquals(SampleType.isAllocation(profile.info()) ? profile.total().bytes() : 0,
                    weight);
        }
    }
}
