// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clock points of a recording, or of a window in it, and what follows from them for blocks born
 * in an epoch.
 */
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
    private final long finalLimit;
    private final long origin;
    private final long end;

    /**
     * The clock points of a window, whose opening one is at the origin of time, or null when that
     * is not known. EndTime: when the recording ended, or −1 when it does not say.
     */
    Timeline(List<ClockPoint> all, long endTime, WindowBounds bounds, ClockPoint opening) {
        origin = opening == null ? 0 : opening.time();
        points = all.toArray(new ClockPoint[0]);
        lasts = Arrays.stream(points).mapToLong(ClockPoint::last).toArray();
        List<Integer> live = new ArrayList<>();
        liveUpTo = new int[points.length + 1];
        long latest = Math.max(1, (bounds.closed() ? 0 : endTime) - origin);
        for (int i = 0; i < points.length; i++) {
            if (points[i].live() && bounds.isExaminedAt(points[i])) {
                live.add(i);
            }
            liveUpTo[i] = live.size();
            latest = Math.max(latest, time(points[i]));
        }
        liveUpTo[points.length] = live.size();
        livePoints = live.stream().mapToInt(Integer::intValue).toArray();
        liveLimits = limits(points, livePoints);
        finalPoint = finalPoint(points, bounds);
        finalLimit = finalLimit();
        end = latest;
    }

    private static int finalPoint(ClockPoint[] points, WindowBounds bounds) {
        for (int i = points.length - 1; i >= 0 && !bounds.closed(); i--) {
            if (points[i].isFinal()) {
                return i;
            }
        }
        return points.length == 0 || bounds.isWhole() ? NEVER : points.length - 1;
    }

    private long finalLimit() {
        if (finalPoint == NEVER) {
            return Long.MAX_VALUE;
        }
        return isLive(finalPoint) ? liveLimit(finalPoint) : lasts[finalPoint];
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

    /** Whether a point has a live figure that says something of the window. */
    boolean isLive(int index) {
        return Arrays.binarySearch(livePoints, index) >= 0;
    }

    /** The last epoch whose blocks are in the live figure of a point that has one. */
    long liveLimit(int index) {
        return liveLimits[Arrays.binarySearch(livePoints, index)];
    }

    /** The settle points, in order. */
    int[] settlePoints() {
        return IntStream.range(0, points.length)
                .filter(i -> points[i].reason() == ClockPoint.Reason.SETTLE).toArray();
    }

    /** The t-end point, or {@link #NEVER}. */
    int finalPoint() {
        return finalPoint;
    }

    /** Whether blocks born in the epoch belong to t-end. */
    boolean isBornByEnd(long epoch) {
        return epoch <= finalLimit;
    }

    /** When the recording ended, or the window closed; at least 1. */
    long end() {
        return end;
    }

    /** What is known of blocks born in an epoch; cached, for rows come by the million. */
    Birth birth(long epoch) {
        int slot = (int) epoch & births.length - 1;
        Birth known = births[slot];
        if (known == null || known.epoch() != epoch) {
            int closing = Ascending.firstFrom(lasts, epoch);
            known = new Birth(epoch, closing, examined(epoch), closing == 0 ? 0 : time(closing - 1),
                    time(closing));
            births[slot] = known;
        }
        return known;
    }

    private int examined(long epoch) {
        int from = Ascending.firstFrom(liveLimits, epoch);
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
        return point < points.length ? time(points[point]) : end;
    }

    private long time(ClockPoint point) {
        return Math.max(0, point.time() - origin);
    }

    /**
     * The median time between collections; with one collection its time, with none 10, which is
     * dhat-rs's threshold.
     */
    long shortLived() {
        long[] times = Arrays.stream(points).filter(ClockPoint::collection)
                .mapToLong(this::time).toArray();
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
