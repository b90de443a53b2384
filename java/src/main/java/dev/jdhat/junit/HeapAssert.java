// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what some work may cost in heap, and measures whether it does.
 *
 * <pre>{@code
 * HeapAssert.that(() -> parser.parse(text)).allocatesAtMost(64 * 1024);
 * HeapAssert.that(() -> ring.publish(event)).repeating(1_000).allocatesNothing();
 * HeapAssert.that(() -> server.handle(request)).inPackages("com.acme").leaksNothing();
 * }</pre>
 *
 * <p>First what is counted is described, then an assertion runs the work, measures it and throws an
 * {@link AssertionError} when it is too much. Every block is seen; figures are exact, in bytes with
 * headers and padding. (On Java 11 the JVM leaves some blocks out, so they are lower bounds there.)
 * Each assertion runs the work anew, as often as it says:
 *
 * <table>
 * <caption>Runs unless said otherwise</caption>
 * <tr><th>assertion</th><th>{@linkplain #warmingUp warming up}</th>
 *     <th>{@linkplain #repeating measured}</th></tr>
 * <tr><td>allocatesAtMost, allocatesAtMostBlocks, peaksAtMost</td><td>0</td><td>1</td></tr>
 * <tr><td>allocatesNothing, allocatesLike</td><td>1</td><td>1</td></tr>
 * <tr><td>leaksNothing, leaksAtMost</td><td>1</td><td>5</td></tr>
 * </table>
 *
 * <p>What the work allocates on the calling thread counts, in whatever it calls; not what test
 * frameworks, assertion libraries and jdhat itself allocate, nor what loading, initialising and
 * linking classes does as far as it can be told apart (but leaks count all). Tests in parallel do
 * not disturb one another. The first assertion of a JVM brings the agent into it. A session that
 * runs already is used when it sees every block.
 *
 * <p>An object describes one piece of work, for one thread. Needs no test framework.
 *
 * @see MaxAllocated the same as annotations
 */
public final class HeapAssert {
    /** Work that may throw whatever it likes, which the assertion then throws. */
    @FunctionalInterface
    public interface Work {
        void run() throws Throwable;
    }

    private static final int NOT_SAID = -1;
    private static final int LEAK_RUNS = 5;

    private final Work work;
    private final Windows windows;
    private final List<Class<?>> types = new ArrayList<>();
    private List<String> packages = List.of();
    private Threads threads = Threads.THIS;
    private boolean perSite;
    private int warmUp = NOT_SAID;
    private int runs = NOT_SAID;
    private double tolerance;

    HeapAssert(Work work, Windows windows) {
        this.work = work;
        this.windows = windows;
    }

    /** The work to measure. What it returns is dropped at once. */
    public static HeapAssert that(Work work) {
        return new HeapAssert(work, ProfilerWindow::open);
    }

    /**
     * Runs the work so often before it is measured. The first run of anything also fills caches and
     * loads classes, for which the JVM allocates some blocks in the program's name; and what has
     * been loaded depends on which tests ran before.
     */
    public HeapAssert warmingUp(int times) {
        warmUp = atLeast(0, times, "warm-up runs");
        return this;
    }

    /**
     * Runs the work so often while it is measured. Limits on what is allocated and leaked are per
     * run, on average; a limit on the peak is for all of them.
     */
    public HeapAssert repeating(int times) {
        runs = atLeast(1, times, "runs");
        return this;
    }

    /** Counts only blocks with a frame in one of these packages, or below, in their stack. */
    public HeapAssert inPackages(String... names) {
        packages = List.of(names);
        return this;
    }

    /** Counts only blocks of exactly this class; again: or of that one. */
    public HeapAssert ofType(Class<?> type) {
        types.add(type);
        return this;
    }

    /** The limit is for each site (a class and a whole stack), not for their sum. */
    public HeapAssert perSite() {
        perSite = true;
        return this;
    }

    /** Counts what the calling thread allocates, which is what counts unless said. */
    public HeapAssert thisThreadOnly() {
        threads = Threads.THIS;
        return this;
    }

    /**
     * Counts what all threads allocate from the beginning of the work to its end; but not where
     * only the JDK, a test framework or a build tool is at work.
     */
    public HeapAssert allThreads() {
        threads = Threads.ALL;
        return this;
    }

    /** How far the totals may be off the baseline, for {@link #allocatesLike}; 0 unless said. */
    public HeapAssert tolerance(double percent) {
        if (!(percent >= 0)) {
            throw new IllegalArgumentException("A tolerance of " + percent + " % makes no sense.");
        }
        tolerance = percent;
        return this;
    }

    /**
     * Fails when the work allocates more bytes, whatever becomes of them.
     *
     * @throws AssertionError with the sites that spent most
     * @throws IllegalStateException when it cannot be measured
     */
    public HeapAssert allocatesAtMost(long bytes) {
        return bytes(Quantity.ALLOCATED, bytes, 0, 1);
    }

    /** As {@link #allocatesAtMost}, in blocks: objects and arrays. */
    public HeapAssert allocatesAtMostBlocks(long blocks) {
        WindowSpec window = window();
        atLeast(0, blocks, "blocks");
        return check(Limit.blocks(Quantity.ALLOCATED, blocks, perSite, counted(window), window),
                window, 0, 1);
    }

    /**
     * Fails when the work allocates anything at all, after one run to warm up. Objects that the
     * just-in-time compiler does not create (escape analysis) count until it has compiled the work:
     * warm up for long enough, or do without them.
     */
    public HeapAssert allocatesNothing() {
        WindowSpec window = window();
        return check(Limit.blocks(Quantity.ALLOCATED, 0, perSite, counted(window), window),
                window, 1, 1);
    }

    /**
     * Fails when the work allocates other blocks than a baseline says, at any site, more or less; a
     * site is here a class and the first method of the stack that is not the JDK's. The baseline is
     * {@code src/test/jdhat/NAME.json}, a file to commit;
     * {@code -Djdhat.baseline=update} (or the environment variable {@code JDHAT_BASELINE}) makes it
     * from what is measured. With a {@linkplain #tolerance tolerance} only the totals are compared.
     */
    public HeapAssert allocatesLike(String baseline) {
        WindowSpec window = window();
        return check(new LikeBaseline(baseline, tolerance, counted(window), window,
                Builds.updateCommand(window.test()), Builds.updatesBaselines()), window, 1,
                1);
    }

    /**
     * Fails when the work holds more at once. That is known only right after a collection: jdhat
     * forces one whenever 100,000 blocks wait for it, and several at the end, and compares the
     * largest figure seen. So a failure is always true, while a short peak between two collections
     * may be missed. With {@link #ofType}: what those held when everything together was largest.
     */
    public HeapAssert peaksAtMost(long bytes) {
        return bytes(Quantity.PEAK, bytes, 0, 1);
    }

    /**
     * Fails when the work leaves more behind each time it is run. After each run everything that is
     * dead is collected and finalised. A site leaks when it holds at least one block more per run
     * than after the first one and was still growing in the second half: a cache that fills up once
     * is no leak. With {@code repeating(1)} everything counts that the run leaves alive.
     *
     * <p>Blocks that are held only through soft, weak or phantom references are no leak. To know,
     * the heap is walked once or twice, of seconds per gigabyte, with the program stopped; only
     * when something grew. The rest costs up to three full collections per run.
     */
    public HeapAssert leaksNothing() {
        return leaksAtMost(0);
    }

    /** As {@link #leaksNothing}, but so many bytes per run are allowed. */
    public HeapAssert leaksAtMost(long bytes) {
        return bytes(Quantity.LEAKED, bytes, 1, LEAK_RUNS);
    }

    private HeapAssert bytes(Quantity quantity, long bytes, int warmUps, int measured) {
        WindowSpec window = window();
        atLeast(0, bytes, "bytes");
        return check(Limit.bytes(quantity, bytes, perSite, counted(window), window), window,
                warmUps, measured);
    }

    private WindowSpec window() {
        return new WindowSpec(TestName.ofCaller(), Body.class.getName(), Body.METHOD,
                threads, packages);
    }

    private Counted counted(WindowSpec window) {
        return Counted.of(window, types);
    }

    private HeapAssert check(Judge judge, WindowSpec window, int warmUps, int measured) {
        Plan plan = new Plan(warmUp == NOT_SAID ? warmUps : warmUp,
                runs == NOT_SAID ? measured : runs,
                List.of(new Question(window, judge, false)));
        try {
            HeapTestRun.run(plan, window.test(), windows, () -> Body.run(work));
        } catch (Throwable e) {
            throw HeapAssert.<RuntimeException>unchecked(e);
        }
        return this;
    }

    /** Lets an exception through as it is, whatever its type. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable e) throws T {
        throw (T) e;
    }

    private static int atLeast(int least, int value, String what) {
        return (int) atLeast((long) least, value, what);
    }

    private static long atLeast(long least, long value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(value + " " + what + " make no sense; choose "
                    + least + " or more.");
        }
        return value;
    }
}
