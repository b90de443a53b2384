// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Per program point, what is live at each settle point: blocks born by its live limit and not found
 * dead by it. Both rise from one settle point to the next, so a row changes the figures from one of
 * them on.
 */
final class Settles {
    private static final int UNFINISHED = -1;

    private final SiteTable sites;
    private final Estimate estimate;
    /** Settle points whose collection was finished; only those have figures. */
    private final int[] livePoints;
    private final long[] limits;
    /** For each settle point, its number among those with figures. */
    private final int[] numbers;
    private final Steps[] changes;

    Settles(Timeline timeline, SiteTable sites, Estimate estimate, int programPoints) {
        this.sites = sites;
        this.estimate = estimate;
        int[] points = timeline.settlePoints();
        livePoints = Arrays.stream(points).filter(timeline::isLive).toArray();
        limits = Arrays.stream(livePoints).mapToLong(timeline::liveLimit).toArray();
        numbers = new int[points.length];
        int next = 0;
        for (int i = 0; i < points.length; i++) {
            numbers[i] = timeline.isLive(points[i]) ? next++ : UNFINISHED;
        }
        changes = new Steps[programPoints];
    }

    void born(int site, long birth, long blocks, long bytes) {
        change(Ascending.firstFrom(limits, birth), site, blocks, bytes);
    }

    /** At: the clock point that finds them dead. */
    void dead(int site, long birth, int at, long blocks, long bytes) {
        int born = Ascending.firstFrom(limits, birth);
        change(Math.max(born, Ascending.firstFrom(livePoints, at)), site, -blocks, -bytes);
    }

    private void change(int settle, int site, long blocks, long bytes) {
        if (settle < livePoints.length) {
            int point = sites.point(site);
            if (changes[point] == null) {
                changes[point] = new Steps();
            }
            int at = changes[point].at(settle);
            estimate.addLive(changes[point].sums(), at, site, blocks, bytes);
        }
    }

    /** Figures of a program point at each settle point; made when they are asked for. */
    List<Figure> figures(int programPoint) {
        return new Figures(numbers, changes[programPoint]);
    }

    /** A list that needs memory only for what changed from one settle point to the next. */
    static final class Figures extends AbstractList<Figure> implements RandomAccess {
        private final int[] numbers;
        private final Steps steps;

        Figures(int[] numbers, Steps steps) {
            this.numbers = numbers;
            this.steps = steps;
        }

        @Override
        public Figure get(int settle) {
            if (numbers[settle] == UNFINISHED) {
                return Figure.UNKNOWN;
            }
            return steps == null ? Figure.ZERO : steps.upTo(numbers[settle]);
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }
}
