// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that says how far the reading of files has come. It shows after two seconds,
 * and is gone when the work is done; where there is no terminal nothing is written at all. For any
 * threads.
 */
public final class Progress implements AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long BETWEEN = 200_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final long whole;
    private final LongSupplier nanos;
    private final long begin;
    private long done;
    private long drawn;
    private int columns;

    /**
     * @param out where the line is drawn
     * @param terminal whether that is a terminal
     * @param what the work, as in {@code Reading profile.json}
     * @param whole how many bytes there are to be read; 0 unknown
     */
    public Progress(PrintStream out, boolean terminal, String what, long whole) {
        this(out, terminal, what, whole, System::nanoTime);
    }

    Progress(PrintStream out, boolean terminal, String what, long whole, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.whole = whole;
        this.nanos = nanos;
        begin = nanos.getAsLong();
    }

    /** So many bytes more are read. */
    public synchronized void advance(long bytes) {
        done += bytes;
        if (!terminal) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - begin >= PATIENCE && (columns == 0 || now - drawn >= BETWEEN)) {
            drawn = now;
            draw(what + ": " + amount());
        }
    }

    private String amount() {
        return whole > 0
                ? Math.min(100, 100 * done / whole) + " %"
                : Units.count(done / 1_000_000) + " MB";
    }

    /** What was longer before is written over. */
    private void draw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, columns - line.length())));
        out.flush();
        columns = line.length();
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (columns > 0) {
            draw("");
            out.print("\r");
            out.flush();
        }
    }

    /** A stream whose bytes count when they are read. */
    public InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                advance(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int n = super.read(bytes, from, length);
                advance(Math.max(0, n));
                return n;
            }
        };
    }
}
