// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what was there at each clock point, and what became of the blocks of some program points.
 * A sum over time is kept as its changes: births count at the clock point of their epoch wherever
 * their rows stand, as in {@link SecondPass}.
 */
final class CoursePass extends Replay {
    /** Together, so that neither memory nor a page grows with the recording. */
    private static final int MOST_CELLS = 300_000;
    private static final int LEFT_OUT = -1;

    private final FirstPass first;
    private final Timeline timeline;
    private final Estimate estimate;
    private final Buckets buckets;
    private final boolean[] counted;
    private final int[] fateOf;
    private final Map<Integer, Long> leastSizes = new HashMap<>();
    private final Sum live;
    private final Sum occupied;
    private final Sum allocated;
    private final int endPoint;
    /** Those of the first program points; the last ones go when there are too many cells. */
    private final List<FateBuilder> fates = new ArrayList<>();
    private int cells;

    /** By site: whether it counts, and at which of the program points that have a fate, or -1. */
    CoursePass(FirstPass first, Timeline timeline, Buckets buckets, boolean[] counted, int[] fateOf,
            int points) {
        super(first, timeline);
        this.first = first;
        this.timeline = timeline;
        this.buckets = buckets;
        this.counted = counted;
        this.fateOf = fateOf;
        estimate = new Estimate(first.sites());
        live = new Sum(timeline.size() + 1);
        occupied = new Sum(timeline.size() + 1);
        allocated = new Sum(timeline.size() + 1);
        endPoint = Math.min(timeline.finalPoint(), timeline.size());
        for (int i = 0; i < points; i++) {
            fates.add(new FateBuilder(estimate, buckets.edges().length - 1));
        }
    }

    /** Watched: whether deaths are known. */
    Curve curve(boolean watched) {
        return new Curve(timeline, live, occupied, allocated, watched);
    }

    /** Of as many of the program points, from the first on, as there was room for. */
    List<Fate> fates(List<ProgramPoint> points) {
        List<Fate> built = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            ProgramPoint point = points.get(i);
            built.add(fates.get(i).build(point.total(), point.atEnd(), leastSizes::get));
        }
        return built;
    }

    @Override
    public void site(int id, Site site) {
        int number = first.site(id);
        FateBuilder fate = number < 0 ? null : fate(number);
        if (fate != null && !site.adHoc() && first.sites().blocks(number) > 0) {
            leastSizes.put(site.sizeClass(), site.leastSize());
            fate.size(number, site.sizeClass());
        }
    }

    @Override
    void born(int site, long epoch, boolean tracked, long blocks, long bytes) {
        if (!counted[site]) {
            return;
        }
        Birth birth = timeline.birth(epoch);
        estimate.addSeen(allocated, birth.closing(), site, blocks, bytes);
        if (tracked) {
            estimate.addLive(occupied, birth.closing(), site, blocks, bytes);
            if (birth.examined() < timeline.size()) {
                estimate.addLive(live, birth.examined(), site, blocks, bytes);
            }
        }
        FateBuilder fate = fate(site);
        if (fate != null) {
            int before = fate.cells();
            fate.born(site, buckets.of(birth.closing()), blocks, bytes);
            if (tracked && timeline.isBornByEnd(epoch)) {
                alive(fate, site, birth, blocks, bytes);
            }
            count(fate.cells() - before);
        }
    }

    @Override
    void dead(int site, long epoch, long blocks, long bytes) {
        if (!counted[site]) {
            return;
        }
        Birth birth = timeline.birth(epoch);
        leave(occupied, Math.max(next() + 1, birth.closing()), site, blocks, bytes);
        leave(live, Math.max(next(), birth.examined()), site, blocks, bytes);
        FateBuilder fate = fate(site);
        boolean byEnd = timeline.isBornByEnd(epoch);
        // What was found dead after the end was alive then.
        if (fate == null || byEnd && next() > timeline.finalPoint()) {
            return;
        }
        if (byEnd) {
            alive(fate, site, birth, -blocks, -bytes);
        }
        int before = fate.cells();
        int at = Math.max(next(), birth.closing());
        fate.died(site, buckets.of(birth.closing()), buckets.of(at),
                Math.max(1, timeline.age(birth, next())), blocks, bytes);
        count(fate.cells() - before);
    }

    private void alive(FateBuilder fate, int site, Birth birth, long blocks, long bytes) {
        fate.alive(site, buckets.of(birth.closing()), timeline.age(birth, endPoint), blocks, bytes);
    }

    private void leave(Sum sum, int clock, int site, long blocks, long bytes) {
        if (clock <= timeline.size()) {
            estimate.addLive(sum, clock, site, -blocks, -bytes);
        }
    }

    private FateBuilder fate(int site) {
        int at = fateOf[site];
        return at == LEFT_OUT || at >= fates.size() ? null : fates.get(at);
    }

    private void count(int more) {
        cells += more;
        while (cells > MOST_CELLS && fates.size() > 1) {
            cells -= fates.remove(fates.size() - 1).cells();
        }
    }
}
