// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Formats of other tools that a profile can be written in; docs/export.md says what each carries.
 * The figures of a sampled profile are written as what they are, estimates that are weighted: the
 * sum over all sites is the profile's own, and nobody must weight them again.
 */
public enum ExportFormat {
    /** Stacks in one line each, with one figure: for flame graph scripts and Pyroscope. */
    COLLAPSED(Content.TEXT, true, "", () -> new CollapsedWriter()),
    /** For speedscope, all figures in one file. */
    SPEEDSCOPE(Content.TEXT, false, "", () -> new SpeedscopeWriter()),
    /** For spreadsheets and data frames: a row for each site with all its figures. */
    CSV(Content.TEXT, false, "", () -> new CsvWriter()),
    /** For pprof and all that read its profiles: all figures, the chosen one first. */
    PPROF(Content.BINARY, true, "com.google.protobuf:protobuf-java", () -> new PprofWriter()),
    /** For the Firefox Profiler: a DHAT file as its importer wants it. */
    FIREFOX(Content.TEXT, false, "", () -> new FirefoxWriter()),
    /** OpenTelemetry's profiles, whose format is still in development: all figures. */
    OTLP(Content.BINARY, false, "io.opentelemetry.proto:opentelemetry-proto",
            () -> new OtlpWriter()),
    /** A flight recording, for JDK Mission Control and the JDK's own tools. */
    JFR(Content.BINARY, false, "org.openjdk.jmc:flightrecorder.writer", () -> new JfrWriter());

    private enum Content {
        TEXT, BINARY
    }

    private final Content content;
    private final boolean choosing;
    private final String library;
    private final Supplier<ProfileWriter> writer;

    ExportFormat(Content content, boolean choosing, String library,
            Supplier<ProfileWriter> writer) {
        this.content = content;
        this.choosing = choosing;
        this.library = library;
        this.writer = writer;
    }

    /** As options have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is of no use on a terminal. */
    public boolean isBinary() {
        return content == Content.BINARY;
    }

    /**
     * Whether one figure must be chosen: the only one of each site, or the one that is shown
     * first.
     */
    public boolean hasChosenFigure() {
        return choosing;
    }

    /**
     * Writes a profile, text in UTF-8; flushes the stream and leaves it open. May be called by any
     * thread.
     *
     * @param by the figure, for a format in which one is chosen
     * @throws UnsupportedOperationException when the library that a format needs is not there, or
     *         needs a newer Java; the message names it
     */
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        try {
            writer.get().write(profile, by, out);
        } catch (UnsupportedClassVersionError e) {
            throw new UnsupportedOperationException("The format " + word() + " needs " + library
                    + ", which is for a newer Java than " + Runtime.version().feature()
                    + "; use a newer one.", e);
        } catch (NoClassDefFoundError e) {
            if (library.isEmpty()) {
                throw e;
            }
            throw new UnsupportedOperationException("The format " + word() + " needs " + library
                    + ", which is not there; add it to the dependencies.", e);
        }
    }
}
