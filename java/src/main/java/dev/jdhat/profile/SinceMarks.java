// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/** Per program point, what was born and what is alive at the end, by the marks before birth. */
final class SinceMarks extends Replay {
    private final Timeline timeline;
    private final SiteTable sites;
    private final Estimate estimate;
    private final long[] marks;
    private final Steps[] born;
    private final Steps[] alive;

    /** MarkEpochs: the epoch that each mark's clock point closed, in order. */
    SinceMarks(FirstPass first, Timeline timeline, Estimate estimate, long[] markEpochs) {
        super(first, timeline);
        this.timeline = timeline;
        this.estimate = estimate;
        sites = first.sites();
        marks = markEpochs;
        born = new Steps[first.points().size()];
        alive = new Steps[first.points().size()];
    }

    /** What was born at a program point, or null. */
    Steps born(int point) {
        return born[point];
    }

    /** What of it is alive at the end, or null. */
    Steps alive(int point) {
        return alive[point];
    }

    @Override
    void born(int site, long birth, boolean tracked, long blocks, long bytes) {
        Steps steps = of(born, site);
        int at = steps.at(marksBefore(birth));
        estimate.addSeen(steps.sums(), at, site, blocks, bytes);
        if (tracked && timeline.isBornByEnd(birth)) {
            addAlive(site, birth, blocks, bytes);
        }
    }

    @Override
    void dead(int site, long birth, long blocks, long bytes) {
        if (timeline.isBornByEnd(birth) && next() <= timeline.finalPoint()) {
            addAlive(site, birth, -blocks, -bytes);
        }
    }

    private void addAlive(int site, long birth, long blocks, long bytes) {
        Steps steps = of(alive, site);
        int at = steps.at(marksBefore(birth));
        estimate.addLive(steps.sums(), at, site, blocks, bytes);
    }

    private Steps of(Steps[] all, int site) {
        int point = sites.point(site);
        if (all[point] == null) {
            all[point] = new Steps();
        }
        return all[point];
    }

    /** Marks that closed an epoch before the birth. */
    private int marksBefore(long birth) {
        int at = Arrays.binarySearch(marks, birth);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && marks[at - 1] == birth) {
            at--;
        }
        return at;
    }
}
