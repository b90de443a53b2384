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
                .attached(session.door() == Door.ATTACH).interval(session.interval())
                .olderThreads(session.olderThreads()).ending(ending())
                .tornBytes(recording.tornBytes()).epochs(first.lastEpoch())
                .compacted(recording.header().generation() > 0)
                .finalCollection(finalCollection()).doubtfulStacks(first.doubtfulStacks())
                .notes(first.notes()).marks(first.marks(timeline))
                .windows(first.windows(timeline));
        addSampling(info);
        addCounters(info);
        return info;
    }

    private void addSampling(ProfileInfoBuilder info) {
        SiteTable sites = first.sites();
        boolean sampled = recording.session().interval() > 0;
        boolean thinned = false;
        for (int site = 0; site < sites.size(); site++) {
            if (sites.blocks(site) > 0) {
                sampled |= sites.lambda(site) > 0;
                thinned |= sites.thinning(site) > 0;
            }
        }
        info.sampled(sampled).thinned(thinned)
                .thinnedSince(thinned ? first.thinnedSince() : -1);
    }

    private void addCounters(ProfileInfoBuilder info) {
        info.dropped(tally(Counter.DROPPED_BLOCKS, Counter.DROPPED_BYTES))
                .lost(tally(Counter.LOST_BLOCKS, Counter.LOST_BYTES))
                .untracked(tally(Counter.UNTRACKED_BLOCKS, Counter.UNTRACKED_BYTES))
                .folded(tally(Counter.FOLDED_BLOCKS, Counter.FOLDED_BYTES))
                .collections(Math.max(0, last(Counter.COLLECTIONS)))
                .jvmAllocated(grown(Counter.JVM_ALLOCATED));
    }

    private Tally tally(Counter blocks, Counter bytes) {
        return new Tally(Math.max(0, last(blocks)), Math.max(0, last(bytes)));
    }

    private Ending ending() {
        boolean exiting = recording.ending() == Ending.OPEN
                && timeline.finalPoint() != Timeline.NEVER;
        return exiting ? Ending.EXITING : recording.ending();
    }

    /** By how much a counter of the JVM, which began with the JVM, has grown in the session. */
    private long grown(Counter counter) {
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
        if (timeline.finalPoint() != Timeline.NEVER
                && timeline.point(timeline.finalPoint()).finalDone()) {
            return FinalCollection.DONE;
        }
        return recording.session().finalCollectionWanted()
                ? FinalCollection.NOT_FINISHED : FinalCollection.OFF;
    }
}
