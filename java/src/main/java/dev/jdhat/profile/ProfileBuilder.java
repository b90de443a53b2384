// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Liveness;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingVisitor;
import dev.jdhat.recording.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    private final List<Figure> unknownSettles;
    private SecondPass second;
    private SinceMarks since;

    private ProfileBuilder(FirstPass first, ProfileOptions options) {
        this.first = first;
        this.options = options;
        timeline = first.timeline();
        estimate = new Estimate(first.sites());
        knownBlocks = new double[first.points().size()];
        samples = new long[first.points().size()];
        totals = new Sum(first.points().size());
        unknownSettles = List.copyOf(
                Collections.nCopies(timeline.settlePoints().length, Figure.UNKNOWN));
        addUp(first.sites());
    }

    /**
     * Reads the recording twice, and once more for a window and for marks; needs memory for its
     * sites and epochs, never for its rows. A window that the recording does not have is an
     * {@link IllegalArgumentException} that names those it has.
     */
    public static Profile build(Recording recording, ProfileOptions options) throws IOException {
        return build(recording, options, firstPass(recording, options));
    }

    static FirstPass firstPass(Recording recording, ProfileOptions options) throws IOException {
        FirstPass first = new FirstPass(options,
                WindowBounds.of(recording, options.selection()));
        recording.scan(first);
        return first;
    }

    static Profile build(Recording recording, ProfileOptions options, FirstPass first)
            throws IOException {
        ProfileBuilder builder = new ProfileBuilder(first, options);
        if (options.unit() == Unit.HEAP && recording.session().liveness() != Liveness.OFF) {
            builder.second = new SecondPass(first, builder.timeline, builder.estimate,
                    options.peak());
            recording.scan(builder.second);
            builder.second.finish();
        }
        long[] marks = first.moments().markEpochs();
        if (marks.length > 0) {
            builder.since = new SinceMarks(first, builder.timeline, builder.estimate, marks);
            recording.scan(builder.since);
        }
        return builder.profile(recording);
    }

    /** What a recording counts; empty while there is nothing in it. */
    public static Set<Unit> units(Recording recording) throws IOException {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        recording.scan(new RecordingVisitor() {
            @Override
            public boolean rows(long now) {
                return false;
            }

            @Override
            public void site(int id, Site site) {
                units.add(site.adHoc() ? Unit.AD_HOC : Unit.HEAP);
            }
        });
        return units;
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
        int[][] sites = options.sites() ? sitesByPoint() : null;
        List<ProgramPoint> points = new ArrayList<>();
        for (int point = 0; point < first.points().size(); point++) {
            if (samples[point] > 0) {
                ProgramPoint.Builder builder = point(point, recording);
                points.add((sites == null ? builder : builder.sites(sites[point])).build());
            }
        }
        long[] settles = Arrays.stream(timeline.settlePoints())
                .mapToLong(settle -> timeline.point(settle).last()).toArray();
        if (second == null) {
            return Profile.builder(info.build()).points(points).settleEpochs(settles)
                    .knowsBirths().build();
        }
        Peak live = livePeak();
        Peak occupied = new Peak(second.occupied().peak(),
                time(second.occupied().peakPoint()), false);
        info.liveAtAll(timeline.hasLive());
        info.timeAtPeak(options.peak() == PeakKind.LIVE ? live.time() : occupied.time());
        return Profile.builder(info.build()).points(points).livePeak(live)
                .fullLivePeak(fullLivePeak(live)).occupiedPeak(occupied)
                .settleEpochs(settles).knowsBirths().build();
    }

    private ProgramPoint.Builder point(int point, Recording recording) {
        ProgramPoint.Builder builder = ProgramPoint.builder().frames(first.points().frames(point))
                .allocatedClass(first.points().type(point)).total(totals.figure(point))
                .samples(samples[point]);
        if (since != null) {
            builder.byMarks(since.born(point), since.alive(point));
        }
        boolean known = second != null && knownBlocks[point] > 0;
        if (known && second.settles() != null) {
            builder.atSettles(second.settles().figures(point));
        } else {
            builder.atSettles(unknownSettles);
        }
        return known ? withLives(builder, point, recording) : builder;
    }

    private ProgramPoint.Builder withLives(ProgramPoint.Builder builder, int point,
            Recording recording) {
        Track chosen = options.peak() == PeakKind.LIVE ? second.live() : second.occupied();
        double factor = totals.blocks(point) / knownBlocks[point];
        Lives lives = second.lives();
        return builder.atPeak(chosen.atPeak(point)).atEnd(second.atEnd(point))
                .max(chosen.max(point)).maxLowerBound(recording.header().generation() > 0)
                .lifetime(lives.lifetime(point, factor))
                .lifetimeMax(lives.lifetimeMax(point, factor))
                .temporaryBlocks(lives.temporaryBlocks(point, factor))
                .survivorAges(lives.survivorAges(point)).deathAges(lives.deathAges(point));
    }

    /** Ids of the sites of each program point at which something was counted. */
    private int[][] sitesByPoint() {
        SiteTable sites = first.sites();
        int[][] ids = new int[first.points().size()][0];
        for (int site = 0; site < sites.size(); site++) {
            if (sites.blocks(site) > 0) {
                int[] known = ids[sites.point(site)];
                int[] more = Arrays.copyOf(known, known.length + 1);
                more[known.length] = sites.id(site);
                ids[sites.point(site)] = more;
            }
        }
        return ids;
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
