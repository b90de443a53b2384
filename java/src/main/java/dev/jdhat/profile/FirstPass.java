// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Ending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the tables, the clock points, the totals per site, and births that come late. */
final class FirstPass extends Tables {
    static final int NOTE_THINNING = 3;

    private final List<ClockPoint> clockPoints = new ArrayList<>();
    private final LateBirths lateBirths = new LateBirths();
    private final List<String> notes = new ArrayList<>();
    private final Map<Long, List<String>> marks = new LinkedHashMap<>();
    private final Map<Integer, long[]> windows = new LinkedHashMap<>();
    private long lastEpoch;
    private long end = -1;
    private long thinnedSince = -1;

    FirstPass(ProfileOptions options) {
        super(options);
    }

    Timeline timeline() {
        return new Timeline(clockPoints, end);
    }

    LateBirths lateBirths() {
        return lateBirths;
    }

    List<String> notes() {
        return notes;
    }

    long thinnedSince() {
        return thinnedSince;
    }

    long lastEpoch() {
        return lastEpoch;
    }

    List<Span> marks(Timeline timeline) {
        List<Span> spans = new ArrayList<>();
        marks.forEach((epoch, names) -> {
            long time = timeline.time(timeline.birth(epoch).closing());
            names.forEach(name -> spans.add(new Span(name, time, time)));
        });
        return spans;
    }

    List<Span> windows(Timeline timeline) {
        List<Span> spans = new ArrayList<>();
        windows.values().forEach(window -> {
            long from = timeline.time(timeline.birth(window[1]).closing());
            long to = window[2] == 0 ? Span.OPEN
                    : timeline.time(timeline.birth(window[2]).closing());
            spans.add(new Span(scopeName((int) window[0]), from, to));
        });
        return spans;
    }

    @Override
    public void tracked(int site, long birth, long blocks, long bytes) {
        int index = site(site);
        if (index >= 0) {
            sites().count(index, true, blocks, bytes);
            if (birth <= lastEpoch) {
                lateBirths.add(birth, index, clockPoints.size(), blocks, bytes);
            }
        }
    }

    @Override
    public void untracked(int site, long birth, long blocks, long bytes) {
        int index = site(site);
        if (index >= 0) {
            sites().count(index, false, blocks, bytes);
        }
    }

    @Override
    public void clock(ClockPoint point) {
        clockPoints.add(point);
        lastEpoch = point.last();
    }

    @Override
    public void mark(long epoch, int name) {
        marks.computeIfAbsent(epoch, e -> new ArrayList<>()).add(text(name));
    }

    @Override
    public void window(int id, int scope, long opening, long closing, boolean allThreads) {
        windows.put(id, new long[] {scope, opening, closing});
    }

    @Override
    public void note(int code, long time, String text) {
        notes.add(text.isEmpty() ? "note " + code : text);
        if (code == NOTE_THINNING && thinnedSince < 0) {
            thinnedSince = time;
        }
    }

    @Override
    public void end(Ending reason, long time) {
        end = time;
    }
}
