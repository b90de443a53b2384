// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The collections that the histories of a profile tell of; immutable. They end with the last full
 * one, because only that shows what earlier figures were worth; without any full one they are all.
 *
 * <p>The time from the first to the last is divided into 200 equal spans, and each span keeps its
 * last full collection, or else its last one. So collections that follow at once on one another,
 * as a settle makes them, count once. The final collection is left out where there are 8 other
 * full ones: a program that ends lets go of what it held.
 */
public final class HistoryClock {
    /** At most so many collections are kept. */
    public static final int MOST = 200;

    private static final int ENOUGH = 8;

    private final int[] points;
    private final long[] times;
    private final boolean[] full;
    private final double[] allocated;
    private final int collections;
    private final int fullCollections;

    private HistoryClock(int[] points, long[] times, boolean[] full, double[] allocated,
            int collections, int fullCollections) {
        this.points = points;
        this.times = times;
        this.full = full;
        this.allocated = allocated;
        this.collections = collections;
        this.fullCollections = fullCollections;
    }

    /**
     * A clock of collections, all of which are kept; for histories that no recording gave.
     *
     * @param times in µs since the start, rising
     * @param allocated bytes that the program allocated before each
     */
    public static HistoryClock of(long[] times, boolean[] full, double[] allocated) {
        if (full.length != times.length || allocated.length != times.length) {
            throw new IllegalArgumentException("The figures are not of the same collections.");
        }
        int fullOnes = 0;
        for (boolean one : full) {
            fullOnes += one ? 1 : 0;
        }
        return new HistoryClock(new int[times.length], times.clone(), full.clone(),
                allocated.clone(), times.length, fullOnes);
    }

    /** The collections of a timeline that are worth a history. */
    static HistoryClock of(Timeline timeline) {
        List<Integer> live = new ArrayList<>();
        int fullOnes = 0;
        int finals = 0;
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.isLive(i)) {
                live.add(i);
                fullOnes += timeline.point(i).full() ? 1 : 0;
                finals += timeline.point(i).full() && timeline.point(i).isFinal() ? 1 : 0;
            }
        }
        boolean dropFinal = fullOnes - finals >= ENOUGH;
        List<Integer> kept = kept(timeline, upToLastFull(timeline, live, fullOnes, dropFinal));
        int[] points = kept.stream().mapToInt(Integer::intValue).toArray();
        long[] times = Arrays.stream(points).mapToLong(timeline::time).toArray();
        boolean[] full = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            full[i] = timeline.point(points[i]).full();
        }
        return new HistoryClock(points, times, full, new double[points.length], live.size(),
                fullOnes);
    }

    /** The same, knowing what the program allocated between collections. */
    HistoryClock withAllocated(double[] between) {
        double[] before = between.clone();
        Arrays.parallelPrefix(before, Double::sum);
        return new HistoryClock(points, times, full, before, collections, fullCollections);
    }

    private static List<Integer> upToLastFull(Timeline timeline, List<Integer> live, int fullOnes,
            boolean dropFinal) {
        List<Integer> wanted = new ArrayList<>(live);
        wanted.removeIf(i -> dropFinal && timeline.point(i).isFinal());
        while (fullOnes > 0 && !timeline.point(wanted.get(wanted.size() - 1)).full()) {
            wanted.remove(wanted.size() - 1);
        }
        return wanted;
    }

    private static List<Integer> kept(Timeline timeline, List<Integer> wanted) {
        List<Integer> kept = new ArrayList<>();
        long spanOfLast = -1;
        for (int point : wanted) {
            long from = timeline.time(wanted.get(0));
            long length = timeline.time(wanted.get(wanted.size() - 1)) - from + 1;
            long span = (timeline.time(point) - from) * MOST / length;
            int last = kept.size() - 1;
            if (span != spanOfLast) {
                kept.add(point);
                spanOfLast = span;
            } else if (timeline.point(point).full() || !timeline.point(kept.get(last)).full()) {
                kept.set(last, point);
            }
        }
        return kept;
    }

    /** How many collections are kept. */
    public int size() {
        return times.length;
    }

    /** When one was, in µs since the start. */
    public long time(int collection) {
        return times[collection];
    }

    /** Whether one examined the old generation completely. */
    public boolean full(int collection) {
        return full[collection];
    }

    /** Bytes that the program allocated before one; an estimate where it was sampled. */
    public double allocated(int collection) {
        return allocated[collection];
    }

    /** How many of those that are kept are full. */
    public int keptFull() {
        int count = 0;
        for (boolean one : full) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** All collections that gave a live figure, kept or not. */
    public int collections() {
        return collections;
    }

    /** How many of all were full. */
    public int fullCollections() {
        return fullCollections;
    }

    /** The clock point of a collection. */
    int point(int collection) {
        return points[collection];
    }
}
