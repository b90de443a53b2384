// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The clock points of a recording and what follows from them for blocks born in an epoch. */
final class Timeline {
    /** Later than every clock point. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final long NO_COLLECTIONS = 10;

    private final ClockPoint[] points;
    private final long[] lasts;
    private final int[] livePoints;
    private final long[] liveLimits;
    private final int[] liveUpTo;
    private final Birth[] births = new Birth[1 << 12];
    private final int finalPoint;
    private final long end;

    /** End: when the recording ended, or −1 when it does not say. */
    Timeline(List<ClockPoint> all, long endTime) {
        points = all.toArray(new ClockPoint[0]);
        lasts = Arrays.stream(points).mapToLong(ClockPoint::last).toArray();
        List<Integer> live = new ArrayList<>();
        liveUpTo = new int[points.length + 1];
        int lastFinal = NEVER;
        long latest = Math.max(1, endTime);
        for (int i = 0; i < points.length; i++) {
            if (points[i].live()) {
                live.add(i);
            }
            liveUpTo[i] = live.size();
            lastFinal = points[i].isFinal() ? i : lastFinal;
            latest = Math.max(latest, points[i].time());
        }
        liveUpTo[points.length] = live.size();
        livePoints = live.stream().mapToInt(Integer::intValue).toArray();
        liveLimits = limits(points, livePoints);
        finalPoint = lastFinal;
        end = latest;
    }

    /** A limit never falls and never passes the epochs that are closed. */
    private static long[] limits(ClockPoint[] points, int[] livePoints) {
        long[] limits = new long[livePoints.length];
        for (int i = 0; i < limits.length; i++) {
            ClockPoint point = points[livePoints[i]];
            limits[i] = Math.max(i == 0 ? 0 : limits[i - 1],
                    Math.min(point.liveLimit(), point.last()));
        }
        return limits;
    }

    int size() {
        return points.length;
    }

    ClockPoint point(int index) {
        return points[index];
    }

    boolean hasLive() {
        return livePoints.length > 0;
    }

    /** The t-end point, or {@link #NEVER}. */
    int finalPoint() {
        return finalPoint;
    }

    /** The last epoch whose blocks belong to t-end. */
    long finalLimit() {
        if (finalPoint == NEVER) {
            return Long.MAX_VALUE;
        }
        int live = Arrays.binarySearch(livePoints, finalPoint);
        return live >= 0 ? liveLimits[live] : lasts[finalPoint];
    }

    /** When the recording ended; at least 1. */
    long end() {
        return end;
    }

    /** What is known of blocks born in an epoch; cached, for rows come by the million. */
    Birth birth(long epoch) {
        int slot = (int) epoch & births.length - 1;
        Birth known = births[slot];
        if (known == null || known.epoch() != epoch) {
            int closing = closing(epoch);
            known = new Birth(epoch, closing, examined(epoch), closing == 0 ? 0 : time(closing - 1),
                    time(closing));
            births[slot] = known;
        }
        return known;
    }

    private int closing(long epoch) {
        int at = Arrays.binarySearch(lasts, epoch);
        return at >= 0 ? at : -at - 1;
    }

    private int examined(long epoch) {
        int from = 0;
        int to = liveLimits.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (liveLimits[middle] >= epoch) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from == liveLimits.length ? NEVER : livePoints[from];
    }

    /** Collections that examined the blocks, up to and with a point. */
    int age(Birth birth, int point) {
        return birth.examined() > point ? 0 : liveUpTo[point] - liveUpTo[birth.examined()] + 1;
    }

    int collections() {
        return livePoints.length;
    }

    /** The number of clock points stands for the end of the recording. */
    long time(int point) {
        return point < points.length ? points[point].time() : end;
    }

    /**
     * The median time between collections; with one collection its time, with none 10, which is
     * dhat-rs's threshold.
     */
    long shortLived() {
        long[] times = Arrays.stream(points).filter(ClockPoint::collection)
                .mapToLong(ClockPoint::time).toArray();
        if (times.length == 0) {
            return NO_COLLECTIONS;
        }
        long[] spans = new long[Math.max(1, times.length - 1)];
        spans[0] = times[0];
        for (int i = 1; i < times.length; i++) {
            spans[i - 1] = times[i] - times[i - 1];
        }
        Arrays.sort(spans);
        return Math.max(1, spans[spans.length / 2]);
    }
}
