// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/** Which of a profile's blocks were counted one by one, and how the rest was sampled. */
public final class Sampling {
    /** Nothing was sampled, or nothing is known about it. */
    public static final Sampling NONE = every(0);

    private final long asked;
    private final Tally exact;
    private final long least;
    private final long greatest;
    private final long since;

    /**
     * @param asked the interval asked for, in bytes; 0 = every block, at first at least
     * @param exact blocks that were certain to be seen
     * @param least the smallest interval of a sample, in bytes; 0 when there was none
     * @param greatest the largest interval of a sample, in bytes
     * @param since when the interval left 0, in µs since the start; -1 when it did not begin there
     */
    public Sampling(long asked, Tally exact, long least, long greatest, long since) {
        this.asked = asked;
        this.exact = Objects.requireNonNull(exact);
        this.least = least;
        this.greatest = greatest;
        this.since = since;
    }

    /** All that is known is the interval asked for. */
    public static Sampling every(long interval) {
        return new Sampling(interval, Tally.NONE, 0, 0, -1);
    }

    /** What the sites' interval classes say. */
    static Sampling of(long asked, SiteTable sites, long since) {
        long blocks = 0;
        long bytes = 0;
        long least = 0;
        long greatest = 0;
        for (int site = 0; site < sites.size(); site++) {
            long lambda = sites.lambda(site);
            if (lambda == 0) {
                blocks += sites.blocks(site);
                bytes += sites.bytes(site);
            } else if (sites.blocks(site) > 0) {
                least = least == 0 ? lambda : Math.min(least, lambda);
                greatest = Math.max(greatest, lambda);
            }
        }
        return new Sampling(asked, new Tally(blocks, bytes), least, greatest, since);
    }

    /** The interval asked for, in bytes; 0 = every block was to be seen, at first at least. */
    public long asked() {
        return asked;
    }

    /** Blocks that were certain to be seen. */
    public Tally exact() {
        return exact;
    }

    /** The smallest interval of a sample, in bytes; that asked for when there was none. */
    public long least() {
        return least == 0 ? asked : least;
    }

    /** The largest interval of a sample, in bytes; that asked for when there was none. */
    public long greatest() {
        return greatest == 0 ? asked : greatest;
    }

    /** Until when every block was seen, in µs since the start; -1 when it did not begin so. */
    public long since() {
        return since;
    }

    /** Whether the interval was another one at some time. */
    public boolean changed() {
        return since >= 0 || least() != greatest();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Sampling)) {
            return false;
        }
        Sampling that = (Sampling) other;
        return asked == that.asked && exact.equals(that.exact) && least() == that.least()
                && greatest() == that.greatest() && since == that.since;
    }

    @Override
    public int hashCode() {
        return Objects.hash(asked, exact, since);
    }

    @Override
    public String toString() {
        return exact + " exactly, the rest every " + least() + " to " + greatest() + " bytes";
    }
}
