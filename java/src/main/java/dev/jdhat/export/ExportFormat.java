// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Formats of other tools that a profile can be written in. */
public enum ExportFormat {
    /** Stacks in one line each, with one figure: for flame graph scripts and Pyroscope. */
    COLLAPSED(true, new CollapsedWriter()),
    /** For speedscope, all figures in one file. */
    SPEEDSCOPE(false, new SpeedscopeWriter()),
    /** For spreadsheets and data frames: a row for each site with all its figures. */
    CSV(false, new CsvWriter());

    private final boolean single;
    private final ProfileWriter writer;

    ExportFormat(boolean single, ProfileWriter writer) {
        this.single = single;
        this.writer = writer;
    }

    /** As options have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has one figure of a site only, which must be chosen. */
    public boolean isSingle() {
        return single;
    }

    /**
     * Writes a profile in UTF-8; flushes the stream and leaves it open. Estimates are written as
     * such: nobody who reads them must weight them again.
     *
     * @param by the figure, for a format that has one only
     */
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        writer.write(profile, by, out);
    }
}
