// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.recording.Ending;
import dev.jdhat.recording.Header;
import dev.jdhat.recording.Recording;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One JVM that a command started, by its recording.
 *
 * @param running whether it runs on and writes to its recording still
 * @param micros how long it was recorded
 */
record JvmRun(
        Path file,
        Header header,
        String host,
        String command,
        boolean running,
        long micros,
        Figure total,
        Figure peak,
        Figure end) {
    private static final long SHORT_MICROS = 1_000_000;
    private static final long SMALL_BYTES = 1_000_000;

    static JvmRun of(Path file, ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(file)) {
            Header header = recording.header();
            boolean running =
                    recording.ending() == Ending.OPEN && ProcessHandle.of(header.pid()).isPresent();
            String command = recording.session().command();
            Profile profile = ProfileFile.ofRecording(file, options);
            return new JvmRun(
                    file,
                    header,
                    recording.session().host(),
                    command,
                    running,
                    profile.info().timeAtEnd(),
                    profile.total(),
                    profile.atPeak(),
                    profile.atEnd());
        }
    }

    long pid() {
        return header.pid();
    }

    /**
     * A tool on the way, as {@code java -version} in a start script: of little interest beside
     * others.
     */
    boolean brief() {
        return micros < SHORT_MICROS && total.bytes() < SMALL_BYTES;
    }
}
