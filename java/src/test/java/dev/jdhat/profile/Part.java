// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.profile.History.Clock;
import dev.jdhat.profile.History.Mark;
import dev.jdhat.profile.History.Row;
import dev.jdhat.profile.History.SiteFacts;
import dev.jdhat.profile.History.Window;
import java.util.function.Predicate;

/**
 * A part of a history as a history of its own, by definition: a window is a world that begins with
 * its opening and ends with its closing.
 */
final class Part {
    private Part() {
    }

    /** Only what happened at some sites. */
    static History at(History history, Predicate<SiteFacts> sites) {
        History part = new History(history);
        part.clocks.addAll(history.clocks);
        part.marks.addAll(history.marks);
        history.rows.stream().filter(row -> sites.test(history.sites.get(row.site)))
                .forEach(part.rows::add);
        return part;
    }

    static History of(History history, Window window) {
        History part = new History(history);
        int from = 0;
        int to = 0;
        for (Clock clock : history.clocks) {
            from += clock.last <= window.opening ? 1 : 0;
            to += window.closing == 0 || clock.last <= window.closing ? 1 : 0;
        }
        long origin = history.clocks.get(from - 1).time;
        history.clocks.subList(from, to)
                .forEach(clock -> part.clocks.add(clock(clock, window, origin)));
        setEnd(part, window);
        part.end = Math.max(1, window.closing == 0 ? history.end - origin
                : part.clocks.get(part.clocks.size() - 1).time);
        for (Row row : history.rows) {
            boolean late = window.closing > 0 && row.before >= to;
            if (isIn(history, window, row) && !(late && row.kind == History.DIED)) {
                part.rows.add(row(row, Math.max(0, Math.min(row.before, to) - from)));
            }
        }
        for (Mark mark : history.marks) {
            if (holds(window, mark.epoch)) {
                part.marks.add(mark);
            }
        }
        return part;
    }

    private static boolean holds(Window window, long epoch) {
        return epoch > window.opening && (window.closing == 0 || epoch <= window.closing);
    }

    private static boolean isIn(History history, Window window, Row row) {
        boolean inScope = window.allThreads;
        int scope = history.sites.get(row.site).scope;
        for (; scope != 0; scope = history.parents[scope]) {
            inScope |= scope == window.scope;
        }
        return inScope && holds(window, row.birth);
    }

    private static Clock clock(Clock clock, Window window, long origin) {
        Clock copy = new Clock();
        copy.last = clock.last;
        copy.time = clock.time - origin;
        copy.limit = clock.limit;
        copy.settle = clock.settle;
        boolean examined = clock.limit > window.opening;
        copy.flags = examined ? clock.flags : clock.flags & ~(History.LIVE | History.FULL);
        return copy;
    }

    /** T-end is the closing point; while it is open the final one, else the latest. */
    private static void setEnd(History part, Window window) {
        if (part.clocks.isEmpty()) {
            return;
        }
        boolean hasFinal = part.clocks.stream().anyMatch(clock -> clock.is(History.FINAL));
        if (window.closing > 0) {
            part.clocks.forEach(clock -> clock.flags &= ~History.FINAL);
        }
        if (window.closing > 0 || !hasFinal) {
            part.clocks.get(part.clocks.size() - 1).flags |= History.FINAL;
        }
    }

    private static Row row(Row row, int before) {
        Row copy = new Row();
        copy.site = row.site;
        copy.birth = row.birth;
        copy.kind = row.kind;
        copy.blocks = row.blocks;
        copy.bytes = row.bytes;
        copy.before = before;
        return copy;
    }
}
