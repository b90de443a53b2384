// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What program points held after each collection of a {@link HistoryClock}, from one more pass.
 * Births belong to the first of these collections in whose live figure they are, deaths to the
 * first that comes when they are found, so rows need no order and no memory of their own.
 */
final class HistoryPass extends Replay {
    /** So many program points have a history: those that held the most at a time. */
    static final int MOST_POINTS = 2_000;

    private final Timeline timeline;
    private final SiteTable sites;
    private final Estimate estimate;
    private final HistoryClock clock;
    private final int[] points;
    private final long[] limits;
    private final boolean[] wanted;
    private final long[] most;
    /** Of all program points that never held anything. */
    private final LiveHistory nothing;
    private final Steps[] came;
    private final Steps[] went;
    private final Steps[] left;
    private final Steps[] doubtful;
    /** What all program points allocated between collections. */
    private final double[] allocated;
    /** The first collection after the latest full one that was reached. */
    private int segment;

    /** MostBytes: the largest number of bytes that a program point held at a time. */
    HistoryPass(FirstPass first, Timeline timeline, Estimate estimate,
            IntToLongFunction mostBytes) {
        super(first, timeline);
        this.timeline = timeline;
        this.estimate = estimate;
        sites = first.sites();
        clock = HistoryClock.of(timeline);
        points = IntStream.range(0, clock.size()).map(clock::point).toArray();
        limits = Arrays.stream(points).mapToLong(timeline::liveLimit).toArray();
        int count = first.points().size();
        most = IntStream.range(0, count).mapToLong(mostBytes).toArray();
        wanted = largest(most);
        double[] none = new double[points.length];
        nothing = new LiveHistory(none, none, none, none, none);
        allocated = new double[points.length];
        came = new Steps[count];
        went = new Steps[count];
        left = new Steps[count];
        doubtful = new Steps[count];
    }

    private static boolean[] largest(long[] bytes) {
        boolean[] largest = new boolean[bytes.length];
        IntStream.range(0, bytes.length).filter(point -> bytes[point] > 0).boxed()
                .sorted((one, other) -> Long.compare(bytes[other], bytes[one]))
                .limit(MOST_POINTS).forEach(point -> largest[point] = true);
        return largest;
    }

    HistoryClock clock() {
        return clock.withAllocated(allocated);
    }

    @Override
    void born(int site, long birth, boolean tracked, long blocks, long bytes) {
        int point = sites.point(site);
        int from = Ascending.firstFrom(limits, birth);
        if (from == points.length) {
            return;
        }
        allocated[from] += bytes * estimate.weight(site);
        if (tracked && wanted[point]) {
            add(came, point, from, site, blocks, bytes);
            add(left, point, from, site, blocks, bytes);
        }
    }

    @Override
    void dead(int site, long birth, long blocks, long bytes) {
        int point = sites.point(site);
        int born = Ascending.firstFrom(limits, birth);
        int found = Ascending.firstFrom(points, next());
        if (!wanted[point] || born == points.length || found == points.length) {
            return;
        }
        add(left, point, born, site, -blocks, -bytes);
        if (found <= born) {
            add(came, point, born, site, -blocks, -bytes);
            return;
        }
        add(went, point, found, site, blocks, bytes);
        int from = Math.max(born, segment);
        if (from < found) {
            add(doubtful, point, from, site, blocks, bytes);
            add(doubtful, point, found, site, -blocks, -bytes);
        }
    }

    @Override
    void reached() {
        if (next() < timeline.size() && timeline.isLive(next())
                && timeline.point(next()).full()) {
            segment = Ascending.firstFrom(points, next() + 1);
        }
    }

    private void add(Steps[] all, int point, int step, int site, long blocks, long bytes) {
        if (all[point] == null) {
            all[point] = new Steps();
        }
        int at = all[point].at(step);
        estimate.addLive(all[point].sums(), at, site, blocks, bytes);
    }

    /** The history of a program point, or null when it is not among those that held the most. */
    LiveHistory history(int point) {
        if (!wanted[point]) {
            return most[point] == 0 ? nothing : null;
        }
        int size = points.length;
        double[] in = bytes(came[point]);
        double[] out = bytes(went[point]);
        double[] hidden = bytes(doubtful[point]);
        double[] inVariance = variances(came[point]);
        double[] outVariance = variances(went[point]);
        double[] high = new double[size];
        double[] low = new double[size];
        double[] variances = new double[size];
        double[] changes = new double[size];
        double held = 0;
        double inDoubt = 0;
        double variance = 0;
        for (int i = 0; i < size; i++) {
            held += in[i] - out[i];
            inDoubt += hidden[i];
            variance += inVariance[i] - outVariance[i];
            high[i] = Sum.rounded(held);
            low[i] = clock.fullCollections() == 0 ? 0
                    : Math.min(high[i], Sum.rounded(held - inDoubt));
            variances[i] = Math.max(0, variance);
            changes[i] = Math.max(0, inVariance[i]) + Math.max(0, outVariance[i]);
        }
        double[] survivors = bytes(left[point]);
        Arrays.setAll(survivors, i -> Sum.rounded(survivors[i]));
        return new LiveHistory(high, low, variances, changes, survivors);
    }

    private double[] bytes(Steps steps) {
        return steps == null ? new double[points.length] : steps.bytes(points.length);
    }

    private double[] variances(Steps steps) {
        return steps == null ? new double[points.length] : steps.variances(points.length);
    }
}
