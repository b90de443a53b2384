// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Ending;
import java.util.List;

/** Makes a {@link ProfileInfo}; what is not set has a harmless default. */
public final class ProfileInfoBuilder {
    private static final int COMPLETE_SAMPLER = 17;

    Unit unit = Unit.HEAP;
    String mode = "jvm-heap";
    String verb = "Allocated";
    String bytesName = "bytes";
    String byteName = "byte";
    String blocksName = "blocks";
    boolean lifetimes = true;
    String timeUnit = "µs";
    String megaTimeUnit = "s";
    long shortLived = 10;
    String command = "";
    long pid = 0;
    long timeAtPeak = 0;
    long timeAtEnd = 1;
    PeakKind peakKind = PeakKind.LIVE;
    String version = "";
    String collector = "";
    long javaVersion = 0;
    boolean attached = false;
    boolean sampled = false;
    Sampling sampling = Sampling.NONE;
    long olderThreads = 0;
    boolean thinned = false;
    long thinnedSince = -1;
    FinalCollection finalCollection = FinalCollection.UNKNOWN;
    Ending ending = Ending.STOPPED;
    long tornBytes = 0;
    long epochs = 0;
    long collections = 0;
    boolean compacted = false;
    boolean liveAtAll = true;
    Tally dropped = Tally.NONE;
    Tally lost = Tally.NONE;
    Tally untracked = Tally.NONE;
    Tally folded = Tally.NONE;
    long doubtfulStacks = 0;
    long jvmAllocated = -1;
    List<String> notes = List.of();
    List<Span> marks = List.of();
    List<Span> windows = List.of();

    ProfileInfoBuilder() {
    }

    public ProfileInfoBuilder unit(Unit value) {
        unit = value;
        return this;
    }

    public ProfileInfoBuilder mode(String value) {
        mode = value;
        return this;
    }

    public ProfileInfoBuilder verb(String value) {
        verb = value;
        return this;
    }

    public ProfileInfoBuilder bytesName(String value) {
        bytesName = value;
        return this;
    }

    public ProfileInfoBuilder byteName(String value) {
        byteName = value;
        return this;
    }

    public ProfileInfoBuilder blocksName(String value) {
        blocksName = value;
        return this;
    }

    public ProfileInfoBuilder lifetimes(boolean value) {
        lifetimes = value;
        return this;
    }

    public ProfileInfoBuilder timeUnit(String value) {
        timeUnit = value;
        return this;
    }

    public ProfileInfoBuilder megaTimeUnit(String value) {
        megaTimeUnit = value;
        return this;
    }

    public ProfileInfoBuilder shortLived(long value) {
        shortLived = value;
        return this;
    }

    public ProfileInfoBuilder command(String value) {
        command = value;
        return this;
    }

    public ProfileInfoBuilder pid(long value) {
        pid = value;
        return this;
    }

    public ProfileInfoBuilder timeAtPeak(long value) {
        timeAtPeak = value;
        return this;
    }

    public ProfileInfoBuilder timeAtEnd(long value) {
        timeAtEnd = value;
        return this;
    }

    public ProfileInfoBuilder peakKind(PeakKind value) {
        peakKind = value;
        return this;
    }

    public ProfileInfoBuilder version(String value) {
        version = value;
        return this;
    }

    public ProfileInfoBuilder collector(String value) {
        collector = value;
        return this;
    }

    public ProfileInfoBuilder javaVersion(long value) {
        javaVersion = value;
        return this;
    }

    public ProfileInfoBuilder attached(boolean value) {
        attached = value;
        return this;
    }

    public ProfileInfoBuilder sampled(boolean value) {
        sampled = value;
        return this;
    }

    public ProfileInfoBuilder sampling(Sampling value) {
        sampling = value;
        return this;
    }

    public ProfileInfoBuilder olderThreads(long value) {
        olderThreads = value;
        return this;
    }

    public ProfileInfoBuilder thinned(boolean value) {
        thinned = value;
        return this;
    }

    public ProfileInfoBuilder thinnedSince(long value) {
        thinnedSince = value;
        return this;
    }

    public ProfileInfoBuilder finalCollection(FinalCollection value) {
        finalCollection = value;
        return this;
    }

    public ProfileInfoBuilder ending(Ending value) {
        ending = value;
        return this;
    }

    public ProfileInfoBuilder tornBytes(long value) {
        tornBytes = value;
        return this;
    }

    public ProfileInfoBuilder epochs(long value) {
        epochs = value;
        return this;
    }

    public ProfileInfoBuilder collections(long value) {
        collections = value;
        return this;
    }

    public ProfileInfoBuilder compacted(boolean value) {
        compacted = value;
        return this;
    }

    public ProfileInfoBuilder liveAtAll(boolean value) {
        liveAtAll = value;
        return this;
    }

    public ProfileInfoBuilder dropped(Tally value) {
        dropped = value;
        return this;
    }

    public ProfileInfoBuilder lost(Tally value) {
        lost = value;
        return this;
    }

    public ProfileInfoBuilder untracked(Tally value) {
        untracked = value;
        return this;
    }

    public ProfileInfoBuilder folded(Tally value) {
        folded = value;
        return this;
    }

    public ProfileInfoBuilder doubtfulStacks(long value) {
        doubtfulStacks = value;
        return this;
    }

    public ProfileInfoBuilder jvmAllocated(long value) {
        jvmAllocated = value;
        return this;
    }

    public ProfileInfoBuilder notes(List<String> value) {
        notes = List.copyOf(value);
        return this;
    }

    public ProfileInfoBuilder marks(List<Span> value) {
        marks = List.copyOf(value);
        return this;
    }

    public ProfileInfoBuilder windows(List<Span> value) {
        windows = List.copyOf(value);
        return this;
    }

    /** Java 11 leaves blocks out after large ones; the agent's note says which. */
    boolean complete() {
        boolean wholeSampler = javaVersion == 0 || javaVersion >= COMPLETE_SAMPLER;
        return !sampled && !lost.any() && (unit == Unit.AD_HOC || wholeSampler);
    }

    public ProfileInfo build() {
        return new ProfileInfo(this);
    }
}
