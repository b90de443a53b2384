// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The fixed header of a recording. */
public final class Header {
    private final int major;
    private final int minor;
    private final long startMicros;
    private final long pid;
    private final long sessionId;
    private final int generation;

    Header(int major, int minor, long startMicros, long pid, long sessionId, int generation) {
        this.major = major;
        this.minor = minor;
        this.startMicros = startMicros;
        this.pid = pid;
        this.sessionId = sessionId;
        this.generation = generation;
    }

    /** Major version of the format. */
    public int major() {
        return major;
    }

    /** Minor version of the format. */
    public int minor() {
        return minor;
    }

    /** When the session began. */
    public Instant start() {
        return Instant.EPOCH.plus(startMicros, ChronoUnit.MICROS);
    }

    /** Process id of the target. */
    public long pid() {
        return pid;
    }

    /** Names the session among all recordings; compaction keeps it. */
    public long sessionId() {
        return sessionId;
    }

    /** How often the recording has been compacted. A follower that sees it grow starts again. */
    public int generation() {
        return generation;
    }
}
