// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.export.DhatReader;
import dev.jdhat.filter.Filter;
import dev.jdhat.page.PageData;
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
