// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Counter;
import dev.jdhat.recording.Door;
import dev.jdhat.recording.Ending;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.Session;

/** Gathers what a profile says about the run. */
final class RunInfo {
    private final Recording recording;
    private final FirstPass first;
    private final Timeline timeline;
    private final ProfileOptions options;

    RunInfo(Recording recording, FirstPass first, Timeline timeline, ProfileOptions options) {
        this.recording = recording;
        this.first = first;
        this.timeline = timeline;
        this.options = options;
    }

    ProfileInfoBuilder make() {
        Session session = recording.session();
        ProfileInfoBuilder info = ProfileInfo.builder();
        if (options.unit() == Unit.AD_HOC) {
            info.unit(Unit.AD_HOC).mode("jvm-ad-hoc").verb("Occurred")
                    .byteName("unit").bytesName("units").blocksName("events");
        }
        info.command(session.command()).pid(recording.header().pid())
                .timeAtEnd(timeline.end()).shortLived(timeline.shortLived())
                .peakKind(options.peak()).version(session.version())
                .collector(session.collector().text()).javaVersion(session.javaVersion())
                .attached(session.door() == Door.ATTACH).ending(ending())
                .tornBytes(recording.tornBytes())
                .epochs(first.lastEpoch() - first.bounds().opening())
                .compacted(recording.header().generation() > 0)
                .finalCollection(finalCollection()).doubtfulStacks(first.doubtfulStacks())
                .notes(first.moments().notes(options.unit(), lastMoment()))
                .marks(first.moments().marks(timeline))
                .windows(first.moments().windows(timeline));
        addCounters(info);
        if (options.unit() == Unit.HEAP) {
            addSampling(info);
            addHeapCounters(info);
        }
        return info;
    }

    /** The time of the recording up to which what it says concerns the profile. */
    private long lastMoment() {
        return first.bounds().closed() && timeline.size() > 0
                ? timeline.point(timeline.size() - 1).time() : Long.MAX_VALUE;
    }

    private void addSampling(ProfileInfoBuilder info) {
        SiteTable sites = first.sites();
        long left = first.moments().exactUntil(lastMoment());
        // A pending draw may be of an earlier interval: what is exact again is not known to be.
        boolean sampled = recording.session().interval() > 0 || left >= 0;
        boolean thinned = false;
        for (int site = 0; site < sites.size(); site++) {
            if (sites.blocks(site) > 0) {
                sampled |= sites.lambda(site) > 0;
                thinned |= sites.thinning(site) > 0;
            }
        }
        long asked = recording.session().interval();
        info.sampled(sampled).thinned(thinned)
                .sampling(sampled ? Sampling.of(asked, sites, sinceStart(left)) : Sampling.NONE)
                .thinnedSince(thinned ? sinceStart(first.moments().thinnedSince()) : -1);
    }

    /** A time of the recording, if it is one, as one of the profile. */
    private long sinceStart(long time) {
        return time < 0 || first.opening() == null ? time
                : Math.max(0, time - first.opening().time());
    }

    private void addCounters(ProfileInfoBuilder info) {
        info.lost(tally(Counter.LOST_BLOCKS, Counter.LOST_BYTES))
                .folded(tally(Counter.FOLDED_BLOCKS, Counter.FOLDED_BYTES))
                .collections(counted(Counter.COLLECTIONS));
    }

    /** The thread of a window is exact from its opening on, whatever others are. */
    private void addHeapCounters(ProfileInfoBuilder info) {
        info.untracked(tally(Counter.UNTRACKED_BLOCKS, Counter.UNTRACKED_BYTES));
        boolean allThreads = first.bounds().scope() == 0;
        if (allThreads) {
            info.olderThreads(recording.session().olderThreads())
                    .dropped(tally(Counter.DROPPED_BLOCKS, Counter.DROPPED_BYTES));
        }
        if (allThreads && !options.selection().judgesStacks()) {
            info.jvmAllocated(grown(Counter.JVM_ALLOCATED));
        }
    }

    private Tally tally(Counter blocks, Counter bytes) {
        return new Tally(counted(blocks), counted(bytes));
    }

    /** By how much a counter that began with the session has grown. */
    private long counted(Counter counter) {
        long before = first.opening() == null ? 0 : first.opening().counter(counter);
        return Math.max(0, last(counter) - Math.max(0, before));
    }

    private Ending ending() {
        if (first.bounds().closed()) {
            return Ending.STOPPED;
        }
        int at = timeline.finalPoint();
        boolean exiting = recording.ending() == Ending.OPEN && at != Timeline.NEVER
                && timeline.point(at).isFinal();
        return exiting ? Ending.EXITING : recording.ending();
    }

    /** By how much a counter of the JVM, which began with the JVM, has grown since the start. */
    private long grown(Counter counter) {
        long before = first.opening() == null ? ClockPoint.UNKNOWN
                : first.opening().counter(counter);
        if (before != ClockPoint.UNKNOWN && last(counter) != ClockPoint.UNKNOWN) {
            return last(counter) - before;
        }
        for (int i = 0; i < timeline.size(); i++) {
            long value = timeline.point(i).counter(counter);
            if (value != ClockPoint.UNKNOWN) {
                return last(counter) - value;
            }
        }
        return ClockPoint.UNKNOWN;
    }

    /** The latest value that is known. */
    private long last(Counter counter) {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            long value = timeline.point(i).counter(counter);
            if (value != ClockPoint.UNKNOWN) {
                return value;
            }
        }
        return ClockPoint.UNKNOWN;
    }

    private FinalCollection finalCollection() {
        int at = timeline.finalPoint();
        if (!first.bounds().isWhole()) {
            return at == Timeline.NEVER ? FinalCollection.OFF : finalCollection(at);
        }
        if (at != Timeline.NEVER && timeline.point(at).finalDone()) {
            return FinalCollection.DONE;
        }
        return recording.session().finalCollectionWanted()
                ? FinalCollection.NOT_FINISHED : FinalCollection.OFF;
    }

    /** Whether a window's end is at a collection that left no garbage. */
    private FinalCollection finalCollection(int at) {
        if (timeline.point(at).unfinished()) {
            return FinalCollection.NOT_FINISHED;
        }
        boolean full = timeline.isLive(at) && timeline.point(at).full();
        return full || timeline.point(at).finalDone()
                ? FinalCollection.DONE : FinalCollection.OFF;
    }
}
