// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.RecordingVisitor;

/** A pass over the rows that count, which knows at every moment which clock point comes next. */
abstract class Replay implements RecordingVisitor {
    private final FirstPass first;
    private final WindowBounds bounds;
    private final Timeline timeline;
    private int next;

    Replay(FirstPass first, Timeline timeline) {
        this.first = first;
        this.timeline = timeline;
        bounds = first.bounds();
    }

    /** The clock point that follows; the number of clock points when there is none. */
    final int next() {
        return next;
    }

    abstract void born(int site, long birth, boolean tracked, long blocks, long bytes);

    /** Blocks found dead at the next clock point. */
    abstract void dead(int site, long birth, long blocks, long bytes);

    /** The next clock point is reached; afterwards the one behind it is the next. */
    void reached() {
    }

    @Override
    public final boolean rows(long now) {
        return now > bounds.opening();
    }

    @Override
    public final void tracked(int siteId, long birth, long blocks, long bytes) {
        int site = first.site(siteId);
        if (site >= 0 && bounds.holds(birth)) {
            born(site, birth, true, blocks, bytes);
        }
    }

    @Override
    public final void untracked(int siteId, long birth, long blocks, long bytes) {
        int site = first.site(siteId);
        if (site >= 0 && bounds.holds(birth)) {
            born(site, birth, false, blocks, bytes);
        }
    }

    @Override
    public final void died(int siteId, long birth, long blocks, long bytes) {
        int site = first.site(siteId);
        if (site >= 0 && bounds.holds(birth) && !isOver()) {
            dead(site, birth, blocks, bytes);
        }
    }

    @Override
    public final void clock(ClockPoint point) {
        if (point.last() > bounds.opening() && !isOver()) {
            reached();
            next++;
        }
    }

    /** Whether the window is closed: what is found dead from now on was alive for all it knows. */
    private boolean isOver() {
        return bounds.closed() && next == timeline.size();
    }
}
