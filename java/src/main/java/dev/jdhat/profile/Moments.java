// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was named or said in the course of a recording. */
final class Moments {
    private static final int NOTE_THINNING = 3;
    private static final int NOTE_PACE = 9;
    /** Notes on what is of no concern to ad hoc events: liveness, thinning, the VM's sampler. */
    private static final Set<Integer> OF_HEAP = Set.of(2, NOTE_THINNING, 8, NOTE_PACE);

    private final WindowBounds bounds;
    private final List<Named> marks = new ArrayList<>();
    private final Map<Integer, Named> windows = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();

    Moments(WindowBounds bounds) {
        this.bounds = bounds;
    }

    /** Epoch: the one that the mark's clock point closed. */
    void mark(long epoch, String name) {
        if (bounds.holds(epoch)) {
            marks.add(new Named(name, epoch, epoch));
        }
    }

    /** Given again when it closes; closed 0 while it is open. */
    void window(int id, String name, long opened, long closed) {
        if (opened >= bounds.opening() && opened < bounds.closing()) {
            windows.put(id, new Named(name, opened, closed));
        }
    }

    void note(int code, long time, String text) {
        notes.add(new Note(code, time, text.isEmpty() ? "note " + code : text));
    }

    /** For each mark, in order, the epoch that its clock point closed. */
    long[] markEpochs() {
        return inOrder().stream().mapToLong(mark -> mark.from).toArray();
    }

    List<Span> marks(Timeline timeline) {
        List<Span> spans = new ArrayList<>();
        for (Named mark : inOrder()) {
            long time = time(timeline, mark.from);
            spans.add(new Span(mark.name, time, time));
        }
        return spans;
    }

    private List<Named> inOrder() {
        List<Named> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingLong(mark -> mark.from));
        return sorted;
    }

    /** The window itself, and those that were opened in it. */
    List<Span> windows(Timeline timeline) {
        List<Span> spans = new ArrayList<>();
        windows.values().forEach(window -> {
            boolean open = window.to == 0 || window.to > bounds.closing();
            spans.add(new Span(window.name, time(timeline, window.from),
                    open ? Span.OPEN : time(timeline, window.to)));
        });
        return spans;
    }

    private long time(Timeline timeline, long epoch) {
        return epoch == bounds.opening() ? 0 : timeline.time(timeline.birth(epoch).closing());
    }

    /** What was said until a time of the recording, as far as it concerns the unit. */
    List<String> notes(Unit unit, long until) {
        List<String> texts = new ArrayList<>();
        for (Note note : notes) {
            if (note.time <= until && (unit == Unit.HEAP || !OF_HEAP.contains(note.code))) {
                texts.add(note.text);
            }
        }
        return texts;
    }

    /** The time of the recording when thinning began, or −1. */
    long thinnedSince() {
        return first(NOTE_THINNING, Long.MAX_VALUE);
    }

    /** The time of the recording when the interval left 0, or −1 when it did not until a time. */
    long exactUntil(long until) {
        return first(NOTE_PACE, until);
    }

    private long first(int code, long until) {
        return notes.stream().filter(note -> note.code == code && note.time <= until)
                .mapToLong(note -> note.time).findFirst().orElse(-1);
    }

    private static final class Named {
        private final String name;
        private final long from;
        private final long to;

        Named(String name, long from, long to) {
            this.name = name;
            this.from = from;
            this.to = to;
        }
    }

    private static final class Note {
        private final int code;
        private final long time;
        private final String text;

        Note(int code, long time, String text) {
            this.code = code;
            this.time = time;
            this.text = text;
        }
    }
}
