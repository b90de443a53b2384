// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import java.util.BitSet;

/**
 * What was there at each of a number of moments; immutable. Where a recording has very many clock
 * points some are left out, but none at which more is live or occupied than at those around it.
 */
public final class Curve {
    /** No collection ended at the moment. */
    public static final int NO_COLLECTION = 0;
    /** One did, and it did not examine the whole heap. */
    public static final int PARTIAL_COLLECTION = 1;
    /** One did that examined the whole heap. */
    public static final int FULL_COLLECTION = 2;

    /** About so many groups of neighbours are made, of each of which three moments stay at most. */
    private static final int GROUPS = 600;

    private final long[] times;
    private final Figure[] live;
    private final Figure[] occupied;
    private final Figure[] allocated;
    private final byte[] collections;

    /**
     * Of each sum the change at a clock point; at their number, what comes after them. Watched:
     * whether deaths are known.
     */
    Curve(Timeline timeline, Sum live, Sum occupied, Sum allocated, boolean watched) {
        int clocks = timeline.size();
        Figure[] allLive = figures(live, clocks);
        Figure[] allOccupied = figures(occupied, clocks);
        Figure[] allAllocated = figures(allocated, clocks);
        for (int i = 0; i <= clocks; i++) {
            boolean isLive = watched && i < clocks && timeline.isLive(i);
            allLive[i] = isLive ? allLive[i] : Figure.UNKNOWN;
            allOccupied[i] = watched ? allOccupied[i] : Figure.UNKNOWN;
        }
        int[] kept = kept(clocks + 1, allLive, allOccupied);
        times = new long[kept.length];
        this.live = new Figure[kept.length];
        this.occupied = new Figure[kept.length];
        this.allocated = new Figure[kept.length];
        collections = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            times[i] = timeline.time(kept[i]);
            this.live[i] = allLive[kept[i]];
            this.occupied[i] = allOccupied[kept[i]];
            this.allocated[i] = allAllocated[kept[i]];
            collections[i] = kept[i] < clocks ? collection(timeline.point(kept[i])) : 0;
        }
    }

    private static Figure[] figures(Sum changes, int clocks) {
        Sum now = new Sum(1);
        Figure[] figures = new Figure[clocks + 1];
        for (int i = 0; i <= clocks; i++) {
            now.add(0, changes, i);
            figures[i] = now.figure(0);
        }
        return figures;
    }

    private static byte collection(ClockPoint point) {
        return (byte) (!point.collection() ? NO_COLLECTION
                : point.full() ? FULL_COLLECTION : PARTIAL_COLLECTION);
    }

    /** The largest of each group of neighbours, live and occupied, and its last. */
    private static int[] kept(int size, Figure[] live, Figure[] occupied) {
        BitSet kept = new BitSet(size);
        int group = size <= 3 * GROUPS ? 1 : (size + GROUPS - 1) / GROUPS;
        for (int from = 0; from < size; from += group) {
            int to = Math.min(size, from + group);
            kept.set(largest(live, from, to));
            kept.set(largest(occupied, from, to));
            kept.set(to - 1);
        }
        return kept.stream().toArray();
    }

    private static int largest(Figure[] figures, int from, int to) {
        int largest = from;
        for (int i = from + 1; i < to; i++) {
            if (figures[i].bytes() > figures[largest].bytes()) {
                largest = i;
            }
        }
        return largest;
    }

    /** How many moments there are; the last one is the end. */
    public int size() {
        return times.length;
    }

    /** When the moment was, in µs since the start; never before the one before it. */
    public long time(int moment) {
        return times[moment];
    }

    /** What a collection left alive; not known where none ended. */
    public Figure live(int moment) {
        return live[moment];
    }

    /** What was allocated and not yet found dead; not known where nothing was watched. */
    public Figure occupied(int moment) {
        return occupied[moment];
    }

    /** What was allocated since the start. */
    public Figure allocated(int moment) {
        return allocated[moment];
    }

    /** Which kind of collection ended, one of the constants. */
    public int collection(int moment) {
        return collections[moment];
    }
}
