// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Door;
import dev.jdhat.recording.Liveness;
import dev.jdhat.recording.RecordingFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random recording and the list of what happened in it, for {@link NaiveModel}. */
final class History {
    static final int TRACKED = 1;
    static final int UNTRACKED = 2;
    static final int DIED = 4;
    static final int LIVE = 1;
    static final int FULL = 2;
    static final int FINAL = 16;

    /** A site: its program point is its stack (and class). */
    static final class SiteFacts {
        int stack;
        int type;
        int scope;
        long lambda;
        int k;
        int[] sizes;
    }

    /** A row; {@code before} is the number of clock points that stand before it. */
    static final class Row {
        int site;
        long birth;
        int kind;
        long blocks;
        long bytes;
        int before;
    }

    /** A clock point. */
    static final class Clock {
        long last;
        int flags;
        long time;
        long limit;
        boolean settle;

        boolean is(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** A window; closing 0 while it is open. */
    static final class Window {
        int scope;
        long opening;
        long closing;
        boolean allThreads;
    }

    /** A mark. */
    static final class Mark {
        long epoch;
        String name;
    }

    static final int SCOPES = 4;

    final List<SiteFacts> sites = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<Clock> clocks = new ArrayList<>();
    final List<Window> windows = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    /** The enclosing scope of each scope, 0 for none. */
    final int[] parents = new int[SCOPES + 1];
    final boolean exact;
    long end;

    private int stepsLeft;
    private final Random random;
    private final RecordingFile file = new RecordingFile();
    private long closed;
    private long now = 1;
    private long time;
    private long limit;

    History(long seed, boolean exact) {
        this(seed, exact, Integer.MAX_VALUE);
    }

    /** Only what the first steps made of it: a prefix of the history with this seed. */
    History(long seed, boolean exact, int stepsAtMost) {
        random = new Random(seed);
        this.exact = exact;
        stepsLeft = stepsAtMost;
        describe();
        int steps = 1 + random.nextInt(60);
        boolean collections = random.nextInt(8) > 0;
        for (int i = 0; i < steps && stepsLeft > 0; i++) {
            for (int n = random.nextInt(4); n > 0; n--) {
                step();
            }
            if (random.nextInt(3) == 0) {
                clock(collections, false);
            }
            if (random.nextInt(5) == 0) {
                file.flush();
            }
        }
        if (random.nextInt(3) > 0) {
            clock(collections, true);
            step();
        }
        end = time;
        if (random.nextBoolean() && stepsLeft > 0) {
            end = time + random.nextInt(100);
            file.end(end);
        }
        end = Math.max(1, end);
    }

    /** What another history tells of some of its rows. */
    History(History whole) {
        random = null;
        exact = whole.exact;
        sites.addAll(whole.sites);
        end = whole.end;
    }

    /** Whether it was cut off by the number of steps. */
    boolean isPrefix() {
        return stepsLeft <= 0;
    }

    byte[] bytes() {
        return file.bytes();
    }

    private void describe() {
        file.session(Door.LOAD, 0, Liveness.ON, 0, true);
        for (int i = 1; i <= 4; i++) {
            file.method(i, "a.B" + i, "m", "B.java").type(i, "a.C" + i);
            file.stack(i, 0, i, 10);
        }
        for (int i = 1; i <= SCOPES; i++) {
            parents[i] = random.nextInt(i);
            file.scope(i, parents[i], "scope " + i).context(i, i, null);
        }
        int n = 1 + random.nextInt(6);
        for (int i = 0; i < n; i++) {
            SiteFacts site = new SiteFacts();
            site.stack = 1 + random.nextInt(3);
            site.type = 1 + random.nextInt(2);
            site.scope = random.nextInt(SCOPES + 1);
            site.lambda = exact || random.nextBoolean() ? 0 : 64L << random.nextInt(8);
            site.k = exact || random.nextBoolean() ? 0 : random.nextInt(4);
            site.sizes = new int[] {8 * (1 + random.nextInt(8)), 8 * (1 + random.nextInt(8))};
            sites.add(site);
            file.interval(i + 1, site.lambda, site.k);
            file.site(i + 1, site.stack, site.type, i + 1, site.scope, false);
        }
    }

    private void step() {
        if (stepsLeft-- <= 0) {
            return;
        }
        int kind = random.nextInt(10);
        if (kind == 0) {
            now += 1;
        } else if (kind < 5) {
            kill();
        } else {
            bear(kind == 5);
        }
    }

    private void bear(boolean untracked) {
        Row row = new Row();
        row.site = random.nextInt(sites.size());
        int late = random.nextInt(4) == 0 ? random.nextInt(6) : 0;
        row.birth = Math.max(1, now - late);
        row.kind = untracked && !exact ? UNTRACKED : TRACKED;
        int[] sizes = sites.get(row.site).sizes;
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            row.blocks++;
            row.bytes += sizes[random.nextInt(2)];
        }
        write(row);
    }

    /** Kills some or all of a cohort that has blocks left. */
    private void kill() {
        if (rows.isEmpty()) {
            return;
        }
        Row chosen = rows.get(random.nextInt(rows.size()));
        long blocks = 0;
        long bytes = 0;
        for (Row row : rows) {
            if (row.site == chosen.site && row.birth == chosen.birth && row.kind != UNTRACKED) {
                blocks += row.kind == DIED ? -row.blocks : row.blocks;
                bytes += row.kind == DIED ? -row.bytes : row.bytes;
            }
        }
        if (blocks > 0) {
            Row row = new Row();
            row.site = chosen.site;
            row.birth = chosen.birth;
            row.kind = DIED;
            boolean all = random.nextBoolean();
            row.blocks = all ? blocks : Math.max(1, blocks / 2);
            row.bytes = row.blocks == blocks ? bytes : bytes / 2 / 8 * 8;
            if (row.bytes > 0) {
                write(row);
            }
        }
    }

    private void write(Row row) {
        row.before = clocks.size();
        rows.add(row);
        file.row(now, row.site + 1, row.birth, row.kind, row.blocks, row.bytes).rows(now);
    }

    private void clock(boolean collections, boolean isFinal) {
        if (stepsLeft-- <= 0) {
            return;
        }
        Clock clock = new Clock();
        long first = closed + 1;
        now = Math.max(now, first);
        clock.last = isFinal ? now : first + random.nextInt((int) Math.min(3, now - first + 1));
        closed = clock.last;
        now = Math.max(now, closed + random.nextInt(3));
        now = Math.max(now, closed + 1);
        time += random.nextInt(1000);
        clock.time = time;
        clock.settle = random.nextInt(5) == 0;
        if (collections && random.nextInt(3) > 0) {
            limit = Math.max(limit, clock.last - random.nextInt(3));
            clock.limit = Math.max(0, limit);
            clock.flags |= LIVE | (random.nextBoolean() ? FULL : 0);
        }
        clock.flags |= isFinal ? FINAL : 0;
        clocks.add(clock);
        if (clock.settle) {
            file.request(first, clock.last, ClockPoint.Reason.SETTLE, clock.flags, clock.time,
                    clock.limit);
        } else {
            file.clock(first, clock.last,
                    clock.is(LIVE) ? ClockPoint.Kind.COLLECTION : ClockPoint.Kind.TICK,
                    clock.flags, clock.time, clock.limit);
        }
        name(clock.last);
    }

    /** At a clock point something may be marked, and windows opened and closed. */
    private void name(long epoch) {
        for (int n = random.nextInt(6) - 3; n > 0; n--) {
            Mark mark = new Mark();
            mark.epoch = epoch;
            mark.name = "mark " + random.nextInt(4);
            marks.add(mark);
            file.mark(epoch, mark.name);
        }
        for (Window window : windows) {
            if (window.closing == 0 && random.nextInt(4) == 0) {
                window.closing = epoch;
                write(window);
            }
        }
        if (random.nextInt(3) == 0) {
            Window window = new Window();
            window.scope = 1 + random.nextInt(SCOPES);
            window.opening = epoch;
            window.allThreads = random.nextBoolean();
            windows.add(window);
            write(window);
        }
    }

    private void write(Window window) {
        file.window(windows.indexOf(window) + 1, window.scope, window.opening, window.closing,
                window.allThreads);
    }
}
