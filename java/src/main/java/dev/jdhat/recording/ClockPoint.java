// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.util.Arrays;

/** The end of a span of epochs: a collection, a tick or a request. */
public final class ClockPoint {
    /** What a clock point was made for. */
    public enum Kind {
        UNKNOWN,
        COLLECTION,
        TICK,
        REQUEST
    }

    /** What a request was made for. */
    public enum Reason {
        NONE,
        START,
        MARK,
        WINDOW,
        STATS,
        SETTLE,
        STOP
    }

    /** The value of a counter that the JVM or the agent did not know. */
    public static final long UNKNOWN = -1;

    private static final int LIVE = 1;
    private static final int FULL = 2;
    private static final int FORCED = 4;
    private static final int PINNED = 8;
    private static final int FINAL = 16;
    private static final int FINAL_DONE = 32;
    private static final int UNFINISHED = 64;
    private static final int CYCLE = 128;

    private final long first;
    private final long last;
    private final Kind kind;
    private final Reason reason;
    private final int flags;
    private final long time;
    private final long liveLimit;
    private final long[] counters;

    ClockPoint(long first, long last, long kind, long reason, int flags, long time, long liveLimit,
            long[] counters) {
        this.first = first;
        this.last = last;
        this.kind = kind < Kind.values().length ? Kind.values()[(int) kind] : Kind.UNKNOWN;
        this.reason = reason < Reason.values().length
                ? Reason.values()[(int) reason] : Reason.NONE;
        this.flags = flags;
        this.time = time;
        this.liveLimit = liveLimit;
        this.counters = counters;
    }

    /** Id of the first epoch that this point closes. */
    public long first() {
        return first;
    }

    /** Id of the last epoch that this point closes. */
    public long last() {
        return last;
    }

    public Kind kind() {
        return kind;
    }

    public Reason reason() {
        return reason;
    }

    /** Microseconds since the start of the session. */
    public long time() {
        return time;
    }

    /** Whether a live figure exists: blocks born in epochs up to the limit, not found dead. */
    public boolean live() {
        return (flags & LIVE) != 0;
    }

    /** Id of the last epoch whose blocks count as live here. */
    public long liveLimit() {
        return liveLimit;
    }

    /** Whether the old generation was examined completely; else the figure is an upper bound. */
    public boolean full() {
        return (flags & FULL) != 0;
    }

    /** Whether the agent asked for the collection. */
    public boolean forced() {
        return (flags & FORCED) != 0;
    }

    public boolean pinned() {
        return (flags & PINNED) != 0;
    }

    /** Whether this is the t-end point. */
    public boolean isFinal() {
        return (flags & FINAL) != 0;
    }

    /** Whether the final collection was seen to finish and was swept. */
    public boolean finalDone() {
        return (flags & FINAL_DONE) != 0;
    }

    /** Whether a forced collection did not finish in time. */
    public boolean unfinished() {
        return (flags & UNFINISHED) != 0;
    }

    /** Whether a cycle of a concurrent collector was completed since the previous point. */
    public boolean cycle() {
        return (flags & CYCLE) != 0;
    }

    /** Whether a collection ended here, asked for or not. */
    public boolean collection() {
        return kind == Kind.COLLECTION || live();
    }

    /** A counter's value, or {@link #UNKNOWN}. */
    public long counter(Counter counter) {
        return counter.ordinal() < counters.length ? counters[counter.ordinal()] : UNKNOWN;
    }

    @Override
    public String toString() {
        return "clock point " + first + ".." + last + " " + kind + " flags " + flags + " at "
                + time + " µs " + Arrays.toString(counters);
    }
}
