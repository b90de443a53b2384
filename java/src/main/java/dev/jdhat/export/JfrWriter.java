// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import org.openjdk.jmc.flightrecorder.writer.api.Recording;
import org.openjdk.jmc.flightrecorder.writer.api.Recordings;

/** A flight recording: each site is an event with all its figures, at the end of the run. */
final class JfrWriter implements ProfileWriter {
    /**
     * The clock of the file begins with the run, since a profile does not say when that was. Not
     * at 0, which some readers take for none.
     */
    private static final long START = 1;

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        long nanos = profile.info().timeUnit().equals("µs") ? profile.info().timeAtEnd() * 1_000
                : 1;
        try (Recording recording = Recordings.newRecording(new LeftOpen(out), settings -> settings
                .withTimestamp(START).withStartTicks(START).withDuration(nanos))) {
            new JfrEvents(profile, recording, nanos).write();
        }
        out.flush();
    }
}
