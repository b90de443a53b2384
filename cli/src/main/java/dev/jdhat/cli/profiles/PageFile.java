// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.export.DhatReader;
import dev.jdhat.filter.Filter;
import dev.jdhat.page.PageData;
import dev.jdhat.profile.CourseBuilder;
import dev.jdhat.profile.Curve;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Ending;
import dev.jdhat.recording.Recording;
import dev.jdhat.report.ReportPlaces;

import java.io.IOException;
import java.nio.file.Path;

/** What a page shows of a file of either kind. */
public final class PageFile {
    private PageFile() {}

    /**
     * The page of a recording, of its heap where it counts ad hoc events as well, or of a DHAT
     * file; the options hold for a recording only.
     */
    public static PageData.Builder read(Path file, ProfileOptions options, Filter filter)
            throws IOException {
        if (ProfileFile.isRecording(file)) {
            try (Recording recording = Recording.open(file)) {
                Unit first = ReportPlaces.units(recording).iterator().next();
                return PageData.of(recording, options.withUnit(first), filter);
            }
        }
        PageData.Builder page = PageData.of(filter.of(DhatReader.read(file)));
        return filter == Filter.ALL ? page.original(file) : page;
    }

    /**
     * The page of two profiles, which were read from these files with these options, with their
     * sites; of recordings also what was there over time.
     */
    public static PageData.Builder compared(
            ProfileDiff diff, Path before, Path after, ProfileOptions options)
            throws IOException {
        return PageData.of(diff)
                .curves(curve(before, options, diff.before()), curve(after, options, diff.after()));
    }

    /** Null where the file is no recording. */
    private static Curve curve(Path file, ProfileOptions options, Profile profile)
            throws IOException {
        if (!ProfileFile.isRecording(file)) {
            return null;
        }
        try (Recording recording = Recording.open(file)) {
            Unit first = ReportPlaces.units(recording).iterator().next();
            return CourseBuilder.curve(recording, options.withUnit(first), profile);
        }
    }

    /** Whether {@code file} is a recording that has not ended. */
    public static boolean isOpen(Path file) throws IOException {
        if (!ProfileFile.isRecording(file)) {
            return false;
        }
        try (Recording recording = Recording.open(file)) {
            return recording.ending() == Ending.OPEN;
        }
    }
}
