// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.TreeSet;

/** Spans of time that clock points belong to; each ends at a clock point, or at the end. */
final class Buckets {
    /** So many marks, the first ones, are edges whatever else is. */
    private static final int MARKS = 20;

    private final long[] edges;
    /** By clock point; at their number, the end. */
    private final int[] ofClock;

    /** At most so many buckets; markEpochs: the epochs that the clock points of marks closed. */
    Buckets(Timeline timeline, long[] markEpochs, int most) {
        edges = edges(timeline, markEpochs, most);
        ofClock = new int[timeline.size() + 1];
        int bucket = 0;
        for (int clock = 0; clock <= timeline.size(); clock++) {
            while (edges[bucket + 1] < timeline.time(clock)) {
                bucket++;
            }
            ofClock[clock] = bucket;
        }
    }

    private static long[] edges(Timeline timeline, long[] markEpochs, int most) {
        TreeSet<Long> edges = new TreeSet<>();
        edges.add(0L);
        edges.add(timeline.end());
        for (int i = 0; i < Math.min(MARKS, markEpochs.length); i++) {
            edges.add(timeline.time(timeline.birth(markEpochs[i]).closing()));
        }
        TreeSet<Long> times = new TreeSet<>();
        for (int clock = 0; clock < timeline.size(); clock++) {
            times.add(timeline.time(clock));
        }
        int left = most + 1 - edges.size();
        if (times.size() <= left) {
            edges.addAll(times);
        } else {
            for (int i = 1; i <= left; i++) {
                Long before = times.floor((long) ((double) timeline.end() / (left + 1) * i));
                edges.add(before == null ? times.first() : before);
            }
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }

    long[] edges() {
        return edges;
    }

    /** The number of clock points stands for the end. */
    int of(int clock) {
        return ofClock[clock];
    }
}
