// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Counter;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingVisitor;
import dev.jdhat.recording.Site;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a contestant wrote of a run, and what jdhat counted of itself; NaN is unknown.
 *
 * @param bytes of the file
 * @param callbackSeconds processor time of the events' callbacks, of which 1 in 64 is timed
 * @param agentSeconds processor time of the agent's thread
 * @param memory most bytes of the agent's own, with the VM's for its references
 */
public record Recorded(double bytes, double events, double lost, double callbackSeconds,
        double agentSeconds, double memory, double tracked, double sites) {
    static final Recorded NOTHING = bySize(Double.NaN);

    static Recorded bySize(double bytes) {
        double unknown = Double.NaN;
        return new Recorded(bytes, unknown, unknown, unknown, unknown, unknown, unknown,
                unknown);
    }

    static Recorded byJdhat(Path file) throws IOException {
        long bytes = Tool.sizeOf(file);
        Counting counting = new Counting();
        try (Recording recording = Recording.open(file)) {
            recording.scan(counting);
        }
        ClockPoint last = counting.last;
        if (last == null) {
            throw new IOException("The recording has no clock point: " + file);
        }
        return new Recorded(bytes, last.counter(Counter.EVENTS), last.counter(Counter.LOST_BLOCKS),
                last.counter(Counter.CALLBACK_NANOS) / 1e9,
                last.counter(Counter.AGENT_CPU_NANOS) / 1e9, counting.memory, last.counter(Counter.TRACKED_NOW), counting.sites);
    }

    public double ownSeconds() {
        return callbackSeconds + agentSeconds;
    }

    /** Nanoseconds of the agent's thread for an event: what it lets go of later is in them. */
    public double drainNanos() {
        return 1e9 * agentSeconds / events;
    }

    /** Percent of the events that found no room in an inbox. */
    public double lostPercent() {
        return 100 * lost / events;
    }

    private static final class Counting implements RecordingVisitor {
        private ClockPoint last;
        private long memory;
        private long sites;

        @Override
        public boolean rows(long now) {
            return false;
        }

        @Override
        public void site(int id, Site site) {
            sites++;
        }

        @Override
        public void clock(ClockPoint point) {
            last = point;
            memory = Math.max(memory, point.counter(Counter.MEMORY));
        }
    }
}
