// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Ending;
import java.util.ArrayList;
import java.util.List;

/** Collects the tables, the clock points, the totals per site, and births that come late. */
final class FirstPass extends Tables {
    private final WindowBounds bounds;
    private final List<ClockPoint> clockPoints = new ArrayList<>();
    private final LateBirths lateBirths = new LateBirths();
    private final Moments moments;
    private ClockPoint opening;
    private boolean over;
    private long lastEpoch;
    private long end = -1;

    FirstPass(ProfileOptions options, WindowBounds bounds, boolean byThread) {
        super(options, bounds, byThread);
        this.bounds = bounds;
        moments = new Moments(bounds);
        lastEpoch = bounds.opening();
    }

    WindowBounds bounds() {
        return bounds;
    }

    Timeline timeline() {
        return new Timeline(clockPoints, end, bounds, opening);
    }

    /** The clock point that opened the window, or null. */
    ClockPoint opening() {
        return opening;
    }

    LateBirths lateBirths() {
        return lateBirths;
    }

    /** Marks, windows and notes. */
    Moments moments() {
        return moments;
    }

    /** The last epoch that was closed. */
    long lastEpoch() {
        return lastEpoch;
    }

    @Override
    public boolean rows(long now) {
        return now > bounds.opening();
    }

    @Override
    public void tracked(int site, long birth, long blocks, long bytes) {
        int index = site(site);
        if (index >= 0 && bounds.holds(birth)) {
            sites().count(index, true, blocks, bytes);
            if (birth <= lastEpoch) {
                lateBirths.add(birth, index, clockPoints.size(), blocks, bytes);
            }
        }
    }

    @Override
    public void untracked(int site, long birth, long blocks, long bytes) {
        int index = site(site);
        if (index >= 0 && bounds.holds(birth)) {
            sites().count(index, false, blocks, bytes);
        }
    }

    @Override
    public void clock(ClockPoint point) {
        if (point.last() <= bounds.opening()) {
            opening = point;
        } else if (!over) {
            clockPoints.add(point);
            lastEpoch = point.last();
            over = point.last() >= bounds.closing();
        }
    }

    @Override
    public void mark(long epoch, int name) {
        moments.mark(epoch, text(name));
    }

    @Override
    public void window(int id, int scope, long opened, long closed, boolean allThreads) {
        moments.window(id, scopeName(scope), opened, closed);
    }

    @Override
    public void note(int code, long time, String text) {
        moments.note(code, time, text);
    }

    @Override
    public void end(Ending reason, long time) {
        end = time;
    }
}
