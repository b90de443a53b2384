// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Liveness;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a recording into a profile.
 *
 * <p>Figures are estimates where blocks were sampled: each site is weighted by itself, then added.
 * Live figures, peaks, ends and lifetimes come from the blocks whose death the agent watched.
 * t-end is the live figure of the final collection; without one it is what was allocated and not
 * found dead at the final clock point, or at the end of the recording when that has none.
 */
public final class ProfileBuilder {
    private static final double NOTABLE = 0.05;

    private final FirstPass first;
    private final Timeline timeline;
    private final Estimate estimate;
    private final ProfileOptions options;
    private final double[] knownBlocks;
    private final long[] samples;
    private final Sum totals;
    private SecondPass second;

    private ProfileBuilder(FirstPass first, ProfileOptions options) {
        this.first = first;
        this.options = options;
        timeline = first.timeline();
        estimate = new Estimate(first.sites());
        knownBlocks = new double[first.points().size()];
        samples = new long[first.points().size()];
        totals = new Sum(first.points().size());
        addUp(first.sites());
    }

    /** Reads the recording twice; needs memory for its sites and epochs, never for its rows. */
    public static Profile build(Recording recording, ProfileOptions options) throws IOException {
        FirstPass first = new FirstPass(options);
        recording.scan(first);
        ProfileBuilder builder = new ProfileBuilder(first, options);
        boolean lifetimes = options.unit() == Unit.HEAP
                && recording.session().liveness() != Liveness.OFF;
        if (lifetimes) {
            builder.second = new SecondPass(first, builder.timeline, builder.estimate,
                    options.peak());
            recording.scan(builder.second);
            builder.second.finish();
        }
        return builder.profile(recording);
    }

    private void addUp(SiteTable sites) {
        for (int site = 0; site < sites.size(); site++) {
            int point = sites.point(site);
            estimate.addTotal(totals, point, site);
            samples[point] += sites.blocks(site);
            if (sites.trackedBlocks(site) > 0) {
                knownBlocks[point] += sites.blocks(site) * estimate.weight(site);
            }
        }
    }

    private Profile profile(Recording recording) {
        ProfileInfoBuilder info = new RunInfo(recording, first, timeline, options).make();
        info.lifetimes(second != null);
        List<ProgramPoint> points = new ArrayList<>();
        for (int point = 0; point < first.points().size(); point++) {
            if (samples[point] > 0) {
                points.add(point(point, recording));
            }
        }
        if (second == null) {
            return Profile.builder(info.build()).points(points).build();
        }
        Peak live = livePeak();
        Peak occupied = new Peak(second.occupied().peak(),
                time(second.occupied().peakPoint()), false);
        info.liveAtAll(timeline.hasLive());
        info.timeAtPeak(options.peak() == PeakKind.LIVE ? live.time() : occupied.time());
        return Profile.builder(info.build()).points(points).livePeak(live)
                .fullLivePeak(fullLivePeak(live)).occupiedPeak(occupied).build();
    }

    private ProgramPoint point(int point, Recording recording) {
        ProgramPoint.Builder builder = ProgramPoint.builder().frames(first.points().frames(point))
                .allocatedClass(first.points().type(point)).total(totals.figure(point))
                .samples(samples[point]);
        if (second == null || knownBlocks[point] == 0) {
            return builder.build();
        }
        Track chosen = options.peak() == PeakKind.LIVE ? second.live() : second.occupied();
        double factor = totals.blocks(point) / knownBlocks[point];
        Lives lives = second.lives();
        return builder.atPeak(chosen.atPeak(point)).atEnd(second.atEnd(point))
                .max(chosen.max(point)).maxLowerBound(recording.header().generation() > 0)
                .lifetime(lives.lifetime(point, factor))
                .lifetimeMax(lives.lifetimeMax(point, factor))
                .temporaryBlocks(lives.temporaryBlocks(point, factor))
                .survivorAges(lives.survivorAges(point)).deathAges(lives.deathAges(point))
                .build();
    }

    private Peak livePeak() {
        int at = second.live().peakPoint();
        boolean upperBound = !timeline.hasLive() || !timeline.point(at).full();
        return new Peak(second.live().peak(), time(at), upperBound);
    }

    private Peak fullLivePeak(Peak live) {
        int at = second.live().fullPeakPoint();
        if (at == Timeline.NEVER || !live.upperBound()) {
            return null;
        }
        Figure full = second.live().fullPeak();
        boolean notable = live.figure().bytes() - full.bytes()
                > NOTABLE * live.figure().bytes();
        return notable ? new Peak(full, time(at), false) : null;
    }

    private long time(int point) {
        return timeline.time(Math.min(point, timeline.size()));
    }
}
