// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * Replays births and deaths, so that at each clock point exactly those blocks are there that belong
 * to its figure: births by the epoch in which they happened, wherever their row stands, deaths by
 * the clock point that their row belongs to.
 */
final class SecondPass extends Replay {
    private final Timeline timeline;
    private final SiteTable sites;
    private final Estimate estimate;
    private final boolean anyLive;
    private final Track live;
    private final Track occupied;
    private final Sum atEnd;
    private final Sum partsAtEnd;
    private final boolean perPart;
    private final Lives lives;
    private final Settles settles;
    private final LateBirths late;
    private final int[] lateOrder;
    private int lateOccupied;
    private int lateLive;

    SecondPass(FirstPass first, Timeline timeline, Estimate estimate, PeakKind peak) {
        super(first, timeline);
        this.timeline = timeline;
        this.estimate = estimate;
        sites = first.sites();
        anyLive = timeline.hasLive();
        int points = first.points().size();
        int parts = first.parts().size();
        live = new Track(sites, estimate, points, parts, peak == PeakKind.LIVE);
        occupied = new Track(sites, estimate, points, parts, peak == PeakKind.OCCUPIED);
        atEnd = new Sum(points);
        partsAtEnd = new Sum(parts);
        perPart = parts > 0;
        lives = new Lives(timeline, sites, estimate, points);
        settles = timeline.settlePoints().length == 0 ? null
                : new Settles(timeline, sites, estimate, points);
        late = first.lateBirths();
        lateOrder = late.byBirth();
    }

    Track live() {
        return live;
    }

    Track occupied() {
        return occupied;
    }

    Lives lives() {
        return lives;
    }

    Figure atEnd(int point) {
        return atEnd.figure(point);
    }

    /** Of a part of a program point by thread. */
    Figure partAtEnd(int part) {
        return partsAtEnd.figure(part);
    }

    /** What is live at each settle point, or null when there is none. */
    Settles settles() {
        return settles;
    }

    @Override
    void born(int site, long epoch, boolean tracked, long blocks, long bytes) {
        if (!tracked) {
            return;
        }
        Birth birth = timeline.birth(epoch);
        if (birth.closing() >= next()) {
            occupied.change(birth.closing(), site, blocks, bytes);
        }
        if (inLiveFigures(birth) >= next()) {
            live.change(inLiveFigures(birth), site, blocks, bytes);
        }
        if (timeline.isBornByEnd(epoch)) {
            end(site, blocks, bytes);
        }
        if (settles != null) {
            settles.born(site, epoch, blocks, bytes);
        }
        lives.born(site, birth, blocks);
    }

    @Override
    void dead(int site, long epoch, long blocks, long bytes) {
        Birth birth = timeline.birth(epoch);
        occupied.change(Math.max(next() + 1, birth.closing()), site, -blocks, -bytes);
        if (anyLive) {
            live.change(Math.max(next(), birth.examined()), site, -blocks, -bytes);
        }
        if (timeline.isBornByEnd(epoch) && next() <= timeline.finalPoint()) {
            end(site, -blocks, -bytes);
        }
        if (settles != null) {
            settles.dead(site, epoch, next(), blocks, bytes);
        }
        lives.died(site, birth, next(), blocks);
    }

    @Override
    void reached() {
        addLate();
        occupied.evaluate(false);
        if (anyLive ? timeline.isLive(next()) : next() == timeline.size() - 1) {
            live.evaluate(anyLive && timeline.point(next()).full());
        }
        occupied.advance();
        live.advance();
    }

    /** Without any clock point, what stands at the end is all that is known. */
    void finish() {
        if (timeline.size() == 0) {
            occupied.evaluate(false);
            live.evaluate(false);
        }
        occupied.finish();
        live.finish();
    }

    /** Births of the epochs that the next point closes or examines whose rows come after it. */
    private void addLate() {
        for (; lateOccupied < lateOrder.length; lateOccupied++) {
            int entry = lateOrder[lateOccupied];
            if (timeline.birth(late.birth(entry)).closing() > next()) {
                break;
            }
            occupied.change(next(), late.site(entry), late.blocks(entry), late.bytes(entry));
        }
        for (; lateLive < lateOrder.length; lateLive++) {
            int entry = lateOrder[lateLive];
            int point = inLiveFigures(timeline.birth(late.birth(entry)));
            if (point > next()) {
                break;
            }
            if (point < late.seenBefore(entry)) {
                live.change(next(), late.site(entry), late.blocks(entry), late.bytes(entry));
            }
        }
    }

    /**
     * The first clock point in whose live figure blocks are. When no collection gave a live figure,
     * there is one at the last clock point: all that was allocated so far.
     */
    private int inLiveFigures(Birth birth) {
        if (anyLive) {
            return birth.examined();
        }
        int last = Math.max(0, timeline.size() - 1);
        return timeline.size() == 0 || birth.closing() <= last ? last : Timeline.NEVER;
    }

    private void end(int site, long blocks, long bytes) {
        estimate.addLive(atEnd, sites.point(site), site, blocks, bytes);
        if (perPart) {
            estimate.addLive(partsAtEnd, sites.part(site), site, blocks, bytes);
        }
    }
}
