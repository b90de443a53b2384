// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.util.Arrays;

/** Decodes the records of chunks for a visitor, and checks what they name. */
final class Records {
    private static final long[] NO_COUNTERS = {};

    private final RecordingVisitor visitor;
    private final Body body = new Body();
    private final Body record = new Body();
    private final IdSet intervals = new IdSet();
    private final IdSet strings = new IdSet();
    private final IdSet methods = new IdSet();
    private final IdSet types = new IdSet();
    private final IdSet stacks = new IdSet();
    private final IdSet scopes = new IdSet();
    private final IdSet contexts = new IdSet();
    private final IdSet sites = new IdSet();
    private Session session;
    private long lastEpoch;
    private boolean ended;

    Records(RecordingVisitor visitor) {
        this.visitor = visitor;
    }

    /** The session, or null when its record has not come yet. */
    Session session() {
        return session;
    }

    /** Whether the END record has come. */
    boolean ended() {
        return ended;
    }

    /** Decodes all records of a payload. */
    void read(byte[] bytes, int from, int length) {
        body.set(bytes, from, from + length);
        while (body.remaining() > 0 && !ended) {
            long type = body.varint();
            int size = body.small();
            int at = body.position();
            body.skip(size);
            record.set(bytes, at, at + size);
            if (session == null && type != RecordingFormat.SESSION) {
                throw new Malformed("the first record is no session");
            }
            if (type <= RecordingFormat.END) {
                read((int) type);
            }
        }
    }

    /** How a recording ends whose last chunk this is. */
    static Ending ending(byte[] bytes, int from, int length) {
        Body body = new Body();
        body.set(bytes, from, from + length);
        while (body.remaining() > 0) {
            long type = body.varint();
            int size = body.small();
            if (type == RecordingFormat.END) {
                return Ending.of(body.varint());
            }
            body.skip(size);
        }
        return Ending.OPEN;
    }

    /** Where decoding stands in the array. */
    int position() {
        return body.position();
    }

    private void read(int type) {
        switch (type) {
            case RecordingFormat.SESSION: readSession(); break;
            case RecordingFormat.INTERVAL: readInterval(); break;
            case RecordingFormat.STRING: readString(); break;
            case RecordingFormat.METHOD: readMethod(); break;
            case RecordingFormat.CLASS: readType(); break;
            case RecordingFormat.STACK: readStack(); break;
            case RecordingFormat.SCOPE: readScope(); break;
            case RecordingFormat.CONTEXT: readContext(); break;
            case RecordingFormat.SITE: readSite(); break;
            case RecordingFormat.ROWS: readRows(); break;
            case RecordingFormat.CLOCK: readClock(); break;
            case RecordingFormat.MARK: visitor.mark(record.varint(), known(strings)); break;
            case RecordingFormat.WINDOW: readWindow(); break;
            case RecordingFormat.NOTE: readNote(); break;
            case RecordingFormat.END: readEnd(); break;
            default: break;
        }
    }

    private void readSession() {
        if (session != null) {
            throw new Malformed("there are two sessions");
        }
        session = Session.read(record);
    }

    private void readInterval() {
        int id = record.id();
        long lambda = record.varint();
        int thinning = record.small();
        if (thinning > 62) {
            throw new Malformed("a thinning exponent is too large");
        }
        if (intervals.add(id)) {
            visitor.interval(id, lambda, thinning);
        }
    }

    private void readString() {
        int id = record.id();
        if (strings.add(id)) {
            visitor.string(id, record.rest());
        }
    }

    private void readMethod() {
        int id = record.id();
        int type = known(strings);
        int name = known(strings);
        int descriptor = known(strings);
        int file = known(strings);
        long flags = record.varint();
        if (methods.add(id)) {
            visitor.method(id, type, name, descriptor, file,
                    (flags & RecordingFormat.METHOD_NATIVE) != 0);
        }
    }

    private void readType() {
        int id = record.id();
        int name = known(strings);
        if (types.add(id)) {
            visitor.type(id, name);
        }
    }

    private void readStack() {
        int id = record.id();
        StackFlags flags = new StackFlags(record.varint());
        int n = record.small();
        if (n > record.remaining() / 2) {
            throw new Malformed("a stack is cut");
        }
        int[] frames = new int[n];
        int[] lines = new int[n];
        for (int i = 0; i < n; i++) {
            frames[i] = known(methods);
            lines[i] = (int) record.svarint();
        }
        if (stacks.add(id)) {
            visitor.stack(id, flags, frames, lines);
        }
    }

    private void readScope() {
        int id = record.id();
        int parent = known(scopes);
        int kind = record.small();
        int name = known(strings);
        if (scopes.add(id)) {
            visitor.scope(id, parent, kind, name);
        }
    }

    private void readContext() {
        int id = record.id();
        int scope = known(scopes);
        int thread = known(strings);
        int kind = known(strings);
        if (contexts.add(id)) {
            visitor.context(id, scope, thread, kind);
        }
    }

    private void readSite() {
        int id = record.id();
        int stack = known(stacks);
        int type = known(types);
        int sizeClass = record.small();
        int interval = known(intervals);
        int context = known(contexts);
        boolean adHoc = record.varint() == 1;
        if (interval == 0) {
            throw new Malformed("a site names no interval");
        }
        if (sites.add(id)) {
            visitor.site(id, new Site(stack, type, sizeClass, interval, context, adHoc));
        }
    }

    private void readRows() {
        long now = record.varint();
        if (!visitor.rows(now)) {
            return;
        }
        while (record.remaining() > 0) {
            long key = record.varint();
            long site = key >>> RecordingFormat.ROW_MASK_BITS;
            if (site == 0 || site > Integer.MAX_VALUE || !sites.contains((int) site)) {
                throw new Malformed("a row names site " + site + ", which is not described");
            }
            long birth = now - record.varint();
            if (birth < 1) {
                throw new Malformed("a row was born before the first epoch");
            }
            readRow((int) key & 7, (int) site, birth);
        }
    }

    private void readRow(int mask, int site, long birth) {
        if ((mask & RecordingFormat.ROW_TRACKED) != 0) {
            visitor.tracked(site, birth, record.varint(), record.varint());
        }
        if ((mask & RecordingFormat.ROW_UNTRACKED) != 0) {
            visitor.untracked(site, birth, record.varint(), record.varint());
        }
        if ((mask & RecordingFormat.ROW_DIED) != 0) {
            visitor.died(site, birth, record.varint(), record.varint());
        }
    }

    private void readClock() {
        long first = record.varint();
        long last = first + record.varint();
        if (first <= lastEpoch || last < first) {
            throw new Malformed("epochs do not follow each other");
        }
        lastEpoch = last;
        long kind = record.varint();
        long reason = record.varint();
        int flags = (int) record.varint();
        long time = record.varint();
        long limit = record.varint();
        int n = record.small();
        if (n > record.remaining()) {
            throw new Malformed("a clock point is cut");
        }
        long[] counters = n == 0 ? NO_COUNTERS
                : Arrays.copyOf(NO_COUNTERS, Math.min(n, Counter.values().length));
        for (int i = 0; i < counters.length; i++) {
            counters[i] = record.counter();
        }
        visitor.clock(new ClockPoint(first, last, kind, reason, flags, time, limit, counters));
    }

    private void readWindow() {
        int id = record.id();
        int scope = known(scopes);
        long opening = record.varint();
        long closing = record.varint();
        visitor.window(id, scope, opening, closing,
                (record.varint() & RecordingFormat.WINDOW_ALL_THREADS) != 0);
    }

    private void readNote() {
        long code = record.varint();
        long time = record.varint();
        visitor.note((int) Math.min(code, Integer.MAX_VALUE), time, record.text());
    }

    private void readEnd() {
        long reason = record.varint();
        visitor.end(Ending.of(reason), record.varint());
        ended = true;
    }

    /** An id that is 0 or was described before. */
    private int known(IdSet ids) {
        int id = record.small();
        if (id != 0 && !ids.contains(id)) {
            throw new Malformed("a record names id " + id + ", which is not described");
        }
        return id;
    }
}
