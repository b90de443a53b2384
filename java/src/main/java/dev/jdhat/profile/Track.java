// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is there over time, for one kind of peak: the sums at the clock points of that kind, the
 * largest of them, and (for the chosen kind) every program point at that moment and at its own
 * largest. A change takes effect at the clock point that it is given for; those for later points
 * wait, added up per site.
 */
final class Track {
    /** Sums of estimates that differ by less, relatively or in bytes, are equal. */
    private static final double NOISE = 1e-12;
    private static final double NOISE_BYTES = 1e-3;

    private static final int NOW = 0;
    private static final int PEAK = 1;
    private static final int FULL_PEAK = 2;

    private final SiteTable sites;
    private final Estimate estimate;
    private final TreeMap<Integer, Changes> waiting = new TreeMap<>();
    /** Those of the point that was named last, and some that are free for another point. */
    private Changes latest;
    private int latestPoint = Timeline.NEVER;
    private Changes spare;
    private int next;

    private final Sum all = new Sum(3);
    private int peakPoint = Timeline.NEVER;
    private int fullPeakPoint = Timeline.NEVER;

    private final boolean perPoint;
    private final AtPeak points;
    private final AtPeak parts;
    private final boolean perPart;
    private final Sum max;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedSize;

    /** @param parts of program points by thread, 0 where threads are not told apart */
    Track(SiteTable sites, Estimate estimate, int points, int parts, boolean perPoint) {
        this.sites = sites;
        this.estimate = estimate;
        this.perPoint = perPoint;
        perPart = perPoint && parts > 0;
        int size = perPoint ? points : 0;
        this.points = new AtPeak(size);
        this.parts = new AtPeak(perPart ? parts : 0);
        max = new Sum(size);
        touched = new int[size];
        isTouched = new boolean[size];
    }

    /** A change at a clock point: blocks that are there from then on, or no longer. */
    void change(int point, int site, long blocks, long bytes) {
        if (point <= next) {
            apply(site, blocks, bytes);
        } else if (point != Timeline.NEVER) {
            if (point != latestPoint) {
                latest = waiting.computeIfAbsent(point, p -> unused());
                latestPoint = point;
            }
            latest.add(site, blocks, bytes);
        }
    }

    /** Takes the figures at the next clock point. */
    void evaluate(boolean full) {
        double bytes = all.bytes(NOW);
        if (peakPoint == Timeline.NEVER || !less(bytes, all.bytes(PEAK))) {
            all.set(PEAK, all, NOW);
            peakPoint = next;
            points.peak();
            parts.peak();
        }
        if (full && (fullPeakPoint == Timeline.NEVER || !less(bytes, all.bytes(FULL_PEAK)))) {
            all.set(FULL_PEAK, all, NOW);
            fullPeakPoint = next;
        }
        for (int i = 0; i < touchedSize; i++) {
            int point = touched[i];
            isTouched[point] = false;
            if (!less(points.now().bytes(point), max.bytes(point))) {
                max.set(point, points.now(), point);
            }
        }
        touchedSize = 0;
    }

    /** Goes on to the next clock point. */
    void advance() {
        next++;
        while (!waiting.isEmpty() && waiting.firstKey() <= next) {
            Map.Entry<Integer, Changes> due = waiting.pollFirstEntry();
            Changes changes = due.getValue();
            for (int i = 0; i < changes.size(); i++) {
                apply(changes.site(i), changes.blocks(i), changes.bytes(i));
            }
            changes.clear();
            spare = changes;
            latestPoint = Timeline.NEVER;
        }
    }

    private Changes unused() {
        Changes unused = spare == null ? new Changes(sites.size()) : spare;
        spare = null;
        return unused;
    }

    /** Keeps the figures of those program points that did not change since the peak. */
    void finish() {
        points.finish();
        parts.finish();
    }

    /** The clock point of the peak. */
    int peakPoint() {
        return peakPoint;
    }

    /** The clock point of the largest figure after a full collection, or NEVER. */
    int fullPeakPoint() {
        return fullPeakPoint;
    }

    Figure peak() {
        return all.figure(PEAK);
    }

    Figure fullPeak() {
        return all.figure(FULL_PEAK);
    }

    Figure atPeak(int point) {
        return points.figure(point);
    }

    /** Of a part of a program point by thread. */
    Figure partAtPeak(int part) {
        return parts.figure(part);
    }

    Figure max(int point) {
        return max.figure(point);
    }

    private void apply(int site, long blocks, long bytes) {
        estimate.addLive(all, NOW, site, blocks, bytes);
        if (perPoint) {
            int point = sites.point(site);
            points.save(point);
            estimate.addLive(points.now(), point, site, blocks, bytes);
            if (!isTouched[point]) {
                isTouched[point] = true;
                touched[touchedSize++] = point;
            }
        }
        if (perPart) {
            int part = sites.part(site);
            parts.save(part);
            estimate.addLive(parts.now(), part, site, blocks, bytes);
        }
    }

    private static boolean less(double value, double than) {
        return value < than - Math.abs(than) * NOISE - NOISE_BYTES;
    }
}
