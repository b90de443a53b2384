// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.Shell;
import dev.jdhat.cli.text.LargestSites;
import dev.jdhat.cli.text.Progress;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import dev.jdhat.report.ReportPlaces;
import dev.jdhat.report.Summary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is made of a recording: a DHAT file for each unit that it counts, and the text about them.
 */
public final class RecordingReport {
    private final List<String> summary = new ArrayList<>();
    private final List<String> largest = new ArrayList<>();

    private RecordingReport() {}

    /**
     * Writes the profiles of {@code file}: a recording, or a DHAT file of any tool.
     *
     * @param place where the report of a recording of such units goes; null is nowhere
     */
    public static RecordingReport write(
            Shell shell, Path file, ProfileOptions options, Function<Set<Unit>, Path> place)
            throws IOException {
        RecordingReport report = new RecordingReport();
        if (!ProfileFile.isRecording(file)) {
            Profile profile = ProfileFile.read(shell, file, options);
            report.add(shell, profile, place.apply(Set.of(profile.info().unit())));
            return report;
        }
        try (Recording recording = Recording.open(file);
                Progress progress = ProfileFile.progress(shell, List.of(file))) {
            recording.onRead(progress::advance);
            Set<Unit> units = ReportPlaces.units(recording);
            Path given = place.apply(units);
            for (Unit unit : units) {
                Profile profile = ProfileBuilder.build(recording, options.withUnit(unit));
                Path saved = given == null ? null : ReportPlaces.place(given, unit, units);
                report.add(shell, profile, saved);
            }
        }
        return report;
    }

    private void add(Shell shell, Profile profile, Path saved) {
        if (saved != null) {
            ReportFile.write(profile, saved);
        }
        Path shown = saved == null ? null : Path.of(shell.show(saved));
        summary.addAll(Summary.lines(profile, shown));
        largest.addAll(LargestSites.lines(profile, shell.width()));
    }

    /** The summary of each profile. */
    public List<String> summary() {
        return summary;
    }

    /** The largest sites of each profile. */
    public List<String> largest() {
        return largest;
    }
}
