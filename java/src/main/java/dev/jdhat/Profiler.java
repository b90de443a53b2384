// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Profiles this program from its start to its close: heap blocks, ad hoc events, or both.
 *
 * <pre>{@code
 * try (Profiler profiler = Profiler.builder().exact().report("dhat-heap.json").start()) {
 *     work();
 *     System.out.println(profiler.settledStats());
 * }
 * }</pre>
 *
 * <p>A JVM has one session, and any number of profilers in it, which may nest, overlap and belong
 * to different threads: each is a window with a beginning and an end of its own. The first one
 * starts the session and the last one to close ends it. A session that was started otherwise, by
 * {@code -agentpath} or by attach, is used and goes on afterwards.
 *
 * <p>Blocks that were there before the start are not known: they count nowhere, also when they are
 * freed meanwhile. What jdhat itself allocates does not count. All methods may be called by any
 * thread; with {@link ProfilerBuilder#thisThreadOnly()} close it on the thread that started it.
 */
public final class Profiler implements AutoCloseable {
    private enum Phase { RUNNING, ASSERTED, CLOSED }

    private final ProfilerBuilder settings;
    private final RunningSession session;
    private final int window;
    private Phase phase = Phase.RUNNING;

    Profiler(ProfilerBuilder settings, RunningSession session) {
        this.settings = settings;
        this.session = session;
        Map<String, String> reply = session.run("window="
                + RunningSession.escaped(settings.windowName()) + ",window-threads="
                + (settings.isThisThreadOnly() ? "this" : "all") + ",window-kind="
                + (settings.isTesting() ? "test" : "window"));
        window = Integer.parseInt(reply.get("window"));
    }

    /** Begins to describe a profiler. */
    public static ProfilerBuilder builder() {
        return new ProfilerBuilder();
    }

    /**
     * Names this moment in the session that runs, whoever started it: a later
     * {@link Profile#bornSince} tells what was made since.
     *
     * @param name up to 255 bytes
     * @throws IllegalStateException when nothing is recorded
     */
    public static void mark(String name) {
        String line = RunningSession.escaped(Objects.requireNonNull(name));
        RunningSession.require("setting a mark").run("mark=" + line);
    }

    /**
     * What was counted up to now. Takes a clock point and reads the recording: it stops nothing and
     * collects nothing, so current figures hold garbage.
     *
     * @throws IllegalStateException when this profiler is closed or has failed an assertion, or
     *         records ad hoc events only
     */
    public HeapStats stats() {
        check("getting heap stats", Unit.HEAP);
        session.run("dump");
        return HeapStats.of(session.read(settings.profile(window, Unit.HEAP)));
    }

    /**
     * What was counted up to now and what of it is really still held: after {@link #settle()}.
     *
     * @throws IllegalStateException as {@link #stats()}
     */
    public HeapStats settledStats() {
        check("getting heap stats", Unit.HEAP);
        settle();
        return HeapStats.of(session.read(settings.profile(window, Unit.HEAP)));
    }

    /**
     * The ad hoc events so far.
     *
     * @throws IllegalStateException when this profiler is closed or has failed an assertion, or
     *         records heap blocks only
     */
    public AdHocStats adHocStats() {
        check("getting ad hoc stats", Unit.AD_HOC);
        session.run("dump");
        return AdHocStats.of(session.read(settings.profile(window, Unit.AD_HOC)));
    }

    /**
     * The whole heap profile up to now (of ad hoc events, when only they are recorded): program
     * points, stacks, marks. Nothing stops.
     *
     * @throws IllegalStateException when this profiler is closed
     */
    public Profile snapshot() {
        return snapshot(settings.recordsHeap() ? Unit.HEAP : Unit.AD_HOC);
    }

    /**
     * As {@link #snapshot()}, of one of the two things that a profiler can record.
     *
     * @throws IllegalStateException when this profiler is closed, or does not record that
     */
    public Profile snapshot(Unit unit) {
        return snapshot(unit, options -> options);
    }

    /** As {@link #snapshot(Unit)}, made with other options; the selection stays this profiler's. */
    public Profile snapshot(Unit unit, UnaryOperator<ProfileOptions> change) {
        check("taking a snapshot", unit);
        session.run("dump");
        return session.read(change.apply(settings.profile(window, unit)));
    }

    /**
     * Makes the JVM find out what is dead: three forced collections with finalisation between them,
     * fewer when nothing is left. A block stays when something still refers to it, a
     * finaliser that is blocked or a local variable of an interpreted frame included. Costs as much
     * as up to three full collections.
     *
     * @return the epoch that this moment closed, for {@link #softlyReachable}
     * @throws IllegalStateException when this profiler is closed, records no heap blocks, or the
     *         JVM did not carry out the collections in time
     */
    public long settle() {
        check("settling", Unit.HEAP);
        Map<String, String> reply = session.run("settle");
        if ("unfinished".equals(reply.get("settled"))) {
            throw new IllegalStateException("The JVM did not finish a forced collection in time; a"
                    + " thread in a JNI critical section can hold it up.");
        }
        return Long.parseLong(reply.get("epoch"));
    }

    /**
     * Which of the blocks born between two settle points are not held strongly, but only through
     * soft, weak or phantom references. The whole heap is walked in one pause (two when something
     * is found), of seconds per gigabyte.
     *
     * @param from after this epoch, as {@link #settle()} returned it
     * @param to up to this epoch
     * @return blocks and bytes by the number of their site ({@code ProgramPoint.sites()})
     * @throws IllegalStateException when this profiler is closed or records no heap blocks, or when
     *         the answer has more than some 2,000 sites
     */
    public Map<Integer, long[]> softlyReachable(long from, long to) {
        check("walking the heap", Unit.HEAP);
        return SoftlyHeld.bySite(session.run("reach=" + from + "-" + to));
    }

    /** Writes the profile up to now as a DHAT file; the profiler goes on. */
    public void save(Path file) throws IOException {
        try {
            ReportFile.write(snapshot(), file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Checks a condition, in testing mode. When it is false the profile is written to the report's
     * file, the summary is printed, and this profiler can only be closed.
     *
     * @throws AssertionError when the condition is false
     * @throws IllegalStateException when this profiler is closed, has failed an assertion, is not
     *         in testing mode, or samples
     */
    public void assertTrue(boolean condition, String message) {
        checkAsserting(true);
        if (!condition) {
            fail(message);
        }
    }

    /** As {@link #assertTrue}, of two figures that must be equal. */
    public void assertEquals(long expected, long actual, String message) {
        checkAsserting(true);
        if (expected != actual) {
            fail(message + ": expected " + expected + ", got " + actual);
        }
    }

    /** As {@link #assertTrue}, of two figures that must differ. */
    public void assertNotEquals(long unexpected, long actual, String message) {
        checkAsserting(true);
        if (unexpected == actual) {
            fail(message + ": expected another figure than " + actual);
        }
    }

    /**
     * As {@link #assertTrue}, of a figure that may be an estimate.
     *
     * @param tolerance how far off it may be, in its own unit
     */
    public void assertWithin(long expected, double tolerance, long actual, String message) {
        checkAsserting(false);
        if (Math.abs((double) actual - expected) > tolerance) {
            fail(message + ": expected " + expected + " within " + tolerance + ", got " + actual);
        }
    }

    /**
     * Ends the profiler: settles, closes its window, writes its report and prints its summary (in
     * testing mode neither), and ends the session when it was the last one. Again: does nothing.
     *
     * @throws UncheckedIOException when the report cannot be written; the recording stays
     */
    @Override
    public synchronized void close() {
        if (phase == Phase.CLOSED) {
            return;
        }
        boolean reports = phase == Phase.RUNNING && !settings.isTesting();
        phase = Phase.CLOSED;
        try {
            boolean settling = reports && settings.recordsHeap() && settings.isCollecting();
            session.run("close=" + window + (settling ? ",gc=on" : ""));
            if (reports) {
                report();
            }
        } finally {
            session.leave();
        }
    }

    private void report() {
        if (settings.recordsHeap()) {
            report(Unit.HEAP, settings.heapFile());
        }
        if (settings.recordsAdHoc()) {
            report(Unit.AD_HOC, settings.adHocFile());
        }
    }

    private void report(Unit unit, Path file) {
        Profile profile = session.read(settings.profile(window, unit));
        Path saved = settings.isReporting() ? file : null;
        if (saved != null) {
            ReportFile.write(profile, saved);
        }
        if (!settings.isQuiet()) {
            ReportFile.print(profile, saved);
        }
    }

    private void fail(String message) {
        report();
        synchronized (this) {
            phase = Phase.ASSERTED;
        }
        throw new AssertionError("jdhat: assertion failed: " + message);
    }

    private void checkAsserting(boolean exactly) {
        check("asserting");
        if (!settings.isTesting()) {
            throw new IllegalStateException("asserting while not in testing mode");
        }
        if (exactly && settings.recordsHeap() && session.interval() != 0) {
            throw new IllegalStateException("asserting exactly while figures are sampled "
                    + (session.interval() == ProfilerBuilder.AUTO ? "beyond a budget"
                            : "every " + session.interval() + " bytes")
                    + "; use assertWithin and a tolerance, or exact()");
        }
    }

    private void check(String doing, Unit unit) {
        check(doing);
        if (unit == Unit.HEAP && !settings.recordsHeap()) {
            throw new IllegalStateException(doing + " while doing ad hoc profiling");
        }
        if (unit == Unit.AD_HOC && !settings.recordsAdHoc()) {
            throw new IllegalStateException(doing + " while doing heap profiling");
        }
    }

    private synchronized void check(String doing) {
        if (phase == Phase.ASSERTED) {
            throw new IllegalStateException(doing + " after the profiler has asserted");
        }
        if (phase == Phase.CLOSED) {
            throw new IllegalStateException(doing + " after the profiler was closed");
        }
    }
}
