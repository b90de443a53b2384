// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Ending;
import java.util.List;

/** What a profile says about itself and the run. */
public final class ProfileInfo {
    private final Unit unit;
    private final String mode;
    private final String verb;
    private final String bytesName;
    private final String byteName;
    private final String blocksName;
    private final boolean lifetimes;
    private final String timeUnit;
    private final String megaTimeUnit;
    private final long shortLived;
    private final String command;
    private final long pid;
    private final long timeAtPeak;
    private final long timeAtEnd;
    private final PeakKind peakKind;
    private final String version;
    private final String collector;
    private final long javaVersion;
    private final boolean attached;
    private final boolean sampled;
    private final Sampling sampling;
    private final boolean complete;
    private final long olderThreads;
    private final boolean thinned;
    private final long thinnedSince;
    private final FinalCollection finalCollection;
    private final Ending ending;
    private final long tornBytes;
    private final long epochs;
    private final long collections;
    private final boolean compacted;
    private final boolean liveAtAll;
    private final Tally dropped;
    private final Tally lost;
    private final Tally untracked;
    private final Tally folded;
    private final long doubtfulStacks;
    private final long jvmAllocated;
    private final List<String> notes;
    private final List<Span> marks;
    private final List<Span> windows;

    ProfileInfo(ProfileInfoBuilder from) {
        unit = from.unit;
        mode = from.mode;
        verb = from.verb;
        bytesName = from.bytesName;
        byteName = from.byteName;
        blocksName = from.blocksName;
        lifetimes = from.lifetimes;
        timeUnit = from.timeUnit;
        megaTimeUnit = from.megaTimeUnit;
        shortLived = from.shortLived;
        command = from.command;
        pid = from.pid;
        timeAtPeak = from.timeAtPeak;
        timeAtEnd = from.timeAtEnd;
        peakKind = from.peakKind;
        version = from.version;
        collector = from.collector;
        javaVersion = from.javaVersion;
        attached = from.attached;
        sampled = from.sampled;
        sampling = from.sampling;
        complete = from.complete();
        olderThreads = from.olderThreads;
        thinned = from.thinned;
        thinnedSince = from.thinnedSince;
        finalCollection = from.finalCollection;
        ending = from.ending;
        tornBytes = from.tornBytes;
        epochs = from.epochs;
        collections = from.collections;
        compacted = from.compacted;
        liveAtAll = from.liveAtAll;
        dropped = from.dropped;
        lost = from.lost;
        untracked = from.untracked;
        folded = from.folded;
        doubtfulStacks = from.doubtfulStacks;
        jvmAllocated = from.jvmAllocated;
        notes = from.notes;
        marks = from.marks;
        windows = from.windows;
    }

    public static ProfileInfoBuilder builder() {
        return new ProfileInfoBuilder();
    }

    /** What is counted. */
    public Unit unit() {
        return unit;
    }

    /** DHAT's free-form mode. */
    public String mode() {
        return mode;
    }

    /** What happened to a block: "Allocated", "Occurred". */
    public String verb() {
        return verb;
    }

    /** What the amounts are called, in plural. */
    public String bytesName() {
        return bytesName;
    }

    /** What the amounts are called, in singular. */
    public String byteName() {
        return byteName;
    }

    /** What the pieces are called, in plural. */
    public String blocksName() {
        return blocksName;
    }

    /** Whether peak, end, maximum and lifetimes are known at all. */
    public boolean lifetimes() {
        return lifetimes;
    }

    /** The unit of all times. */
    public String timeUnit() {
        return timeUnit;
    }

    /** The name of a million time units. */
    public String megaTimeUnit() {
        return megaTimeUnit;
    }

    /** Blocks that live at most this long are short-lived. */
    public long shortLived() {
        return shortLived;
    }

    /** Main class or jar, and its arguments. */
    public String command() {
        return command;
    }

    /** Process id of the target. */
    public long pid() {
        return pid;
    }

    /** When t-gmax was. */
    public long timeAtPeak() {
        return timeAtPeak;
    }

    /** When t-end was; at least 1. */
    public long timeAtEnd() {
        return timeAtEnd;
    }

    /** Which peak t-gmax is. */
    public PeakKind peakKind() {
        return peakKind;
    }

    /** Version of the agent that recorded it; empty in files that jdhat did not write. */
    public String version() {
        return version;
    }

    /** The target's collector. */
    public String collector() {
        return collector;
    }

    /** Feature number of the target's Java; 0 unknown. */
    public long javaVersion() {
        return javaVersion;
    }

    /** Whether the agent came late, so that older blocks are unknown. */
    public boolean attached() {
        return attached;
    }

    /** Whether any block was seen by sampling, so that figures are estimates. */
    public boolean sampled() {
        return sampled;
    }

    /** What was counted one by one, and how the rest was sampled. */
    public Sampling sampling() {
        return sampling;
    }

    /** Threads older than the agent, exact from their first event only. */
    public long olderThreads() {
        return olderThreads;
    }

    /** Whether only some blocks were watched: live figures are estimates. */
    public boolean thinned() {
        return thinned;
    }

    /** When thinning began; -1 when it did not or is not known. */
    public long thinnedSince() {
        return thinnedSince;
    }

    /** Whether a full collection ran before the final count. */
    public FinalCollection finalCollection() {
        return finalCollection;
    }

    /** How the recording ends. */
    public Ending ending() {
        return ending;
    }

    /** Bytes of a torn tail that were ignored. */
    public long tornBytes() {
        return tornBytes;
    }

    /** Epochs in the recording. */
    public long epochs() {
        return epochs;
    }

    /** Collections that the agent saw. */
    public long collections() {
        return collections;
    }

    /** Whether clock points were merged: maxima per program point are lower bounds. */
    public boolean compacted() {
        return compacted;
    }

    /** Whether any collection gave a live figure; else live is allocated so far. */
    public boolean liveAtAll() {
        return liveAtAll;
    }

    /** First events of older threads, not counted. */
    public Tally dropped() {
        return dropped;
    }

    /** No room for their record: totals are lower bounds. */
    public Tally lost() {
        return lost;
    }

    /** Not watched for want of memory or a reference. */
    public Tally untracked() {
        return untracked;
    }

    /** In `[other stacks]`. */
    public Tally folded() {
        return folded;
    }

    /** Stacks that may be misattributed. */
    public long doubtfulStacks() {
        return doubtfulStacks;
    }

    /** Bytes allocated since the start as the JVM itself counts them; -1 unknown. */
    public long jvmAllocated() {
        return jvmAllocated;
    }

    /** What the agent had to say. */
    public List<String> notes() {
        return notes;
    }

    /** Marks in the order of time. */
    public List<Span> marks() {
        return marks;
    }

    /** In the order of their opening. */
    public List<Span> windows() {
        return windows;
    }

    /** Whether every block since the start is in the totals. */
    public boolean exact() {
        return complete && olderThreads == 0 && !dropped.any();
    }

    /** Whether every block was seen, but for the first ones of threads older than the agent. */
    public boolean complete() {
        return complete;
    }
}
