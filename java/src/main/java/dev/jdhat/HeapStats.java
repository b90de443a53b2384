// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.Unit;
import java.util.Objects;

/**
 * What a profiler has counted up to a moment, in bytes and blocks of Java heap; immutable.
 *
 * <p><b>Upper bounds.</b> A JVM returns memory only when its collector runs, and that is the only
 * moment at which jdhat learns that a block died. So the <i>current</i> figures of
 * {@link Profiler#stats()} hold garbage that no collection has found yet. Those of
 * {@link Profiler#settledStats()} do not: a few collections were forced and finished first. The
 * <i>maximum</i> is the largest total at any clock point, garbage included; the <i>live peak</i> is
 * the largest figure right after a collection, which a short peak between two collections escapes.
 *
 * <p><b>Estimates.</b> Where blocks were sampled every figure is an unbiased estimate, and its
 * standard error says how far off it may be: two of them hold the truth in 95 of 100 cases. A
 * sampled maximum is a maximum of noisy figures, too high by about one standard error. Errors are 0
 * where every block was seen.
 */
public final class HeapStats {
    private final Figure total;
    private final Figure current;
    private final Figure max;
    private final Figure livePeak;
    private final boolean exact;

    private HeapStats(Figure total, Figure current, Figure max, Figure livePeak,
            boolean exact) {
        this.total = total;
        this.current = current;
        this.max = max;
        this.livePeak = livePeak;
        this.exact = exact;
    }

    /**
     * The stats of the session that records now, since it started, over all threads, whoever
     * started it.
     *
     * @throws IllegalStateException when nothing is recorded, or no heap blocks are
     */
    public static HeapStats get() {
        return of(RunningSession.require("getting heap stats").profile(Unit.HEAP));
    }

    static HeapStats of(Profile profile) {
        return new HeapStats(profile.total(), profile.atEnd(),
                profile.occupiedPeak().map(Peak::figure).orElse(Figure.UNKNOWN),
                profile.livePeak().map(Peak::figure).orElse(Figure.UNKNOWN),
                profile.info().complete());
    }

    /** Blocks allocated since the start. */
    public long totalBlocks() {
        return total.blocks();
    }

    /** Bytes allocated since the start, with headers and padding. */
    public long totalBytes() {
        return total.bytes();
    }

    /** Standard error of {@link #totalBlocks()}, blocks; 0 when exact. */
    public double totalBlocksError() {
        return total.blocksError();
    }

    /** Standard error of {@link #totalBytes()}, bytes; 0 when exact. */
    public double totalBytesError() {
        return total.bytesError();
    }

    /**
     * Blocks allocated since the start that no collection has found dead: an upper bound of what is
     * held, unless settled.
     *
     * @throws IllegalStateException when the collector does not let it be known
     */
    public long currBlocks() {
        return known(current).blocks();
    }

    /** As {@link #currBlocks()}, in bytes. */
    public long currBytes() {
        return known(current).bytes();
    }

    /** Standard error of {@link #currBlocks()}, blocks; 0 when exact. */
    public double currBlocksError() {
        return known(current).blocksError();
    }

    /** Standard error of {@link #currBytes()}, bytes; 0 when exact. */
    public double currBytesError() {
        return known(current).bytesError();
    }

    /**
     * Blocks at the clock point with the most bytes so far, garbage included.
     *
     * @throws IllegalStateException when the collector does not let it be known
     */
    public long maxBlocks() {
        return known(max).blocks();
    }

    /** Bytes at the clock point with the most bytes so far, garbage included. */
    public long maxBytes() {
        return known(max).bytes();
    }

    /** Standard error of {@link #maxBytes()}, bytes; 0 when exact. */
    public double maxBytesError() {
        return known(max).bytesError();
    }

    /**
     * Blocks at the collection after which the most bytes were left; without any collection so far
     * all that was allocated.
     *
     * @throws IllegalStateException when the collector does not let it be known
     */
    public long livePeakBlocks() {
        return known(livePeak).blocks();
    }

    /** As {@link #livePeakBlocks()}, in bytes. */
    public long livePeakBytes() {
        return known(livePeak).bytes();
    }

    /** Standard error of {@link #livePeakBytes()}, bytes; 0 when exact. */
    public double livePeakBytesError() {
        return known(livePeak).bytesError();
    }

    /**
     * Whether every block was seen (of threads older than the agent, from their first event on).
     * Else figures are estimates, or lower bounds: blocks were sampled, the agent had no room for
     * some, or the JVM is a Java 11, whose sampler leaves out some.
     */
    public boolean exact() {
        return exact;
    }

    /** Whether current figures and peaks can be known: not with liveness off. */
    public boolean livenessKnown() {
        return current.known();
    }

    /**
     * What has changed since earlier stats of the same profiler, figure by figure: what was
     * allocated between the two, how much more (or, negative, less) is held, and by how much the
     * peaks have risen. Errors add up in squares, an upper bound for stats of one run.
     */
    public HeapStats minus(HeapStats earlier) {
        return new HeapStats(minus(total, earlier.total), minus(current, earlier.current),
                minus(max, earlier.max), minus(livePeak, earlier.livePeak),
                exact && earlier.exact);
    }

    private static Figure minus(Figure later, Figure earlier) {
        return !later.known() || !earlier.known() ? Figure.UNKNOWN
                : Figure.of(later.bytes() - earlier.bytes(), later.blocks() - earlier.blocks(),
                        Math.hypot(later.bytesError(), earlier.bytesError()),
                        Math.hypot(later.blocksError(), earlier.blocksError()));
    }

    private static Figure known(Figure figure) {
        if (!figure.known()) {
            throw new IllegalStateException("Live figures are not known in this session: liveness"
                    + " is off, or the collector is generational ZGC in exact mode (totals are).");
        }
        return figure;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HeapStats)) {
            return false;
        }
        HeapStats that = (HeapStats) other;
        return total.equals(that.total) && current.equals(that.current) && max.equals(that.max)
                && livePeak.equals(that.livePeak) && exact == that.exact;
    }

    @Override
    public int hashCode() {
        return Objects.hash(total, current, max);
    }

    /** One line: {@code total 1256 bytes in 6 blocks, current …, max …, live peak …}. */
    @Override
    public String toString() {
        return "total " + total + ", current " + current + ", max " + max + ", live peak "
                + livePeak;
    }
}
