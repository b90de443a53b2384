// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import dev.jdhat.export.DhatReader;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A recording or a report, read by the library, in the words of the tests. */
public final class RecordedProfile {
    private final Profile profile;

    private RecordedProfile(Profile profile) {
        this.profile = profile;
    }

    public static RecordedProfile of(Path recording) {
        try {
            return new RecordedProfile(read(recording));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What a report says: a file of DHAT's format, on which Valgrind's viewer must agree. */
    public static RecordedProfile ofReport(Path json) {
        try {
            Profile profile = DhatReader.read(json);
            // The viewer takes minutes where there are many thousands.
            if (DhView.isThere() && profile.points().size() < 20_000) {
                DhView.underNode(json).agrees(profile);
            }
            return new RecordedProfile(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Reads the recording; the exception's message is what a user would see. */
    public static Profile read(Path recording) throws IOException {
        try (Recording open = Recording.open(recording)) {
            return ProfileBuilder.build(open, ProfileOptions.defaults());
        }
    }

    public Profile profile() {
        return profile;
    }

    public ProfileInfo info() {
        return profile.info();
    }

    /** All program points. */
    public Points points() {
        return new Points(profile.points());
    }

    /** The program points whose stacks go through the method of a program, as `Ways.array`. */
    public Points through(String method) {
        return points().through(method);
    }

    /** Every frame of every program point, for what must never be there. */
    public boolean hasFrame(String part) {
        return profile.points().stream()
                .map(ProgramPoint::frames)
                .anyMatch(frames -> frames.stream().anyMatch(frame -> frame.contains(part)));
    }
}
