// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Ending;
import dev.jdhat.recording.Header;
import dev.jdhat.recording.Recording;
import dev.jdhat.report.ReportPlaces;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * One JVM that a command started, by its recording.
 *
 * @param running whether it runs on and writes to its recording still
 * @param micros how long it was recorded
 * @param units what its recording counts; figures of others are unknown
 * @param events units in ad hoc events
 */
record JvmRun(
        Path file,
        Header header,
        String host,
        String command,
        boolean running,
        long micros,
        Set<Unit> units,
        Figure total,
        Figure peak,
        Figure end,
        Figure events) {
    private static final long SHORT_MICROS = 1_000_000;
    private static final long SMALL_BYTES = 1_000_000;

    static JvmRun of(Path file, ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(file)) {
            Header header = recording.header();
            boolean running =
                    recording.ending() == Ending.OPEN && ProcessHandle.of(header.pid()).isPresent();
            Set<Unit> units = ReportPlaces.units(recording);
            Map<Unit, Profile> profiles = new EnumMap<>(Unit.class);
            for (Unit unit : units) {
                profiles.put(unit, ProfileBuilder.build(recording, options.withUnit(unit)));
            }
            Profile heap = profiles.get(Unit.HEAP);
            Profile adHoc = profiles.get(Unit.AD_HOC);
            return new JvmRun(
                    file,
                    header,
                    recording.session().host(),
                    recording.session().command(),
                    running,
                    (heap == null ? adHoc : heap).info().timeAtEnd(),
                    units,
                    heap == null ? Figure.UNKNOWN : heap.total(),
                    heap == null ? Figure.UNKNOWN : heap.atPeak(),
                    heap == null ? Figure.UNKNOWN : heap.atEnd(),
                    adHoc == null ? Figure.UNKNOWN : adHoc.total());
        }
    }

    long pid() {
        return header.pid();
    }

    boolean counts(Unit unit) {
        return units.contains(unit);
    }

    /**
     * A tool on the way, as {@code java -version} in a start script: of little interest beside
     * others.
     */
    boolean brief() {
        return micros < SHORT_MICROS && total.bytes() < SMALL_BYTES && events.blocks() == 0;
    }
}
