// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.List;
import java.util.Optional;

/** Blocks with equal frames, and everything that is known about them. */
public final class ProgramPoint {
    private static final int[] NO_SITES = {};

    private final List<String> frames;
    private final String allocatedClass;
    private final Figure total;
    private final Figure atPeak;
    private final Figure atEnd;
    private final Figure max;
    private final boolean maxLowerBound;
    private final Figure maxAtLeast;
    private final long lifetime;
    private final long lifetimeMax;
    private final long samples;
    private final long temporaryBlocks;
    private final Ages survivorAges;
    private final Ages deathAges;
    private final List<Figure> atSettles;
    private final List<ThreadShare> threads;
    private final int[] sites;
    private final LiveHistory history;
    private final Steps born;
    private final Steps aliveAtEnd;

    private ProgramPoint(Builder from) {
        frames = from.frames;
        allocatedClass = from.allocatedClass;
        total = from.total;
        atPeak = from.atPeak;
        atEnd = from.atEnd;
        max = from.max;
        maxLowerBound = from.maxLowerBound;
        maxAtLeast = from.maxAtLeast;
        lifetime = from.lifetime;
        lifetimeMax = from.lifetimeMax;
        samples = from.samples;
        temporaryBlocks = from.temporaryBlocks;
        survivorAges = from.survivorAges;
        deathAges = from.deathAges;
        atSettles = from.atSettles;
        threads = from.threads;
        sites = from.sites;
        history = from.history;
        born = from.born;
        aliveAtEnd = from.aliveAtEnd;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Leaf first, as text without ids; no two program points of a profile have the same. */
    public List<String> frames() {
        return frames;
    }

    /** The frames of the stack, without the one before it that names the class or the kind. */
    public List<String> stack() {
        return TypeFrame.in(frames) ? frames.subList(1, frames.size()) : frames;
    }

    /** The class of the blocks, or the kind of the ad hoc events; empty when unknown. */
    public String type() {
        return allocatedClass.isEmpty() ? TypeFrame.type(frames) : allocatedClass;
    }

    /** Class of the blocks; empty when unknown, or when there are several. */
    public String allocatedClass() {
        return allocatedClass;
    }

    /** Over the run. */
    public Figure total() {
        return total;
    }

    /** At t-gmax. */
    public Figure atPeak() {
        return atPeak;
    }

    /** At t-end. */
    public Figure atEnd() {
        return atEnd;
    }

    /** At this program point's own largest number of bytes. */
    public Figure max() {
        return max;
    }

    /** Whether compaction may have merged the true maximum away. */
    public boolean maxLowerBound() {
        return maxLowerBound;
    }

    /**
     * The largest maximum of one run, where {@link #max} is an upper bound: the sum of the maxima
     * of several runs, which may have been at different times. Null where it is not.
     */
    public Figure maxAtLeast() {
        return maxAtLeast;
    }

    /** Sum of the lifetimes of all blocks; a temporary block counts half its span. */
    public long lifetime() {
        return lifetime;
    }

    /** Upper bound of that sum. */
    public long lifetimeMax() {
        return lifetimeMax;
    }

    /** Blocks that the agent saw, unweighted. */
    public long samples() {
        return samples;
    }

    /** Blocks that were dead at the first collection that examined them. */
    public long temporaryBlocks() {
        return temporaryBlocks;
    }

    /** Ages of the blocks alive at the end; null when there is none. */
    public Ages survivorAges() {
        return survivorAges;
    }

    /** Ages at death; null when none died. */
    public Ages deathAges() {
        return deathAges;
    }

    /** Live at each settle point, in order; unknown where its collection did not finish. */
    public List<Figure> atSettles() {
        return atSettles;
    }

    /** By name; empty where threads were not told apart. */
    public List<ThreadShare> threads() {
        return threads;
    }

    /** Ids of its sites in the recording, where they were asked for. */
    public int[] sites() {
        return sites.clone();
    }

    /** What it held after each collection; empty where that was not asked for or is not known. */
    public Optional<LiveHistory> history() {
        return Optional.ofNullable(history);
    }

    /** What was born after a number of marks, or null when nothing was. */
    ProgramPoint bornAfter(int marks) {
        Figure figure = born == null ? Figure.ZERO : born.from(marks);
        if (figure.blocks() == 0) {
            return null;
        }
        Figure alive = aliveAtEnd == null ? Figure.ZERO : aliveAtEnd.from(marks);
        return new Builder().frames(frames).allocatedClass(allocatedClass).total(figure)
                .atEnd(atEnd.known() ? alive : Figure.UNKNOWN).build();
    }

    @Override
    public String toString() {
        return total + " at " + frames;
    }

    /** Makes a program point. */
    public static final class Builder {
        private List<String> frames = List.of();
        private String allocatedClass = "";
        private Figure total = Figure.ZERO;
        private Figure atPeak = Figure.UNKNOWN;
        private Figure atEnd = Figure.UNKNOWN;
        private Figure max = Figure.UNKNOWN;
        private boolean maxLowerBound;
        private Figure maxAtLeast;
        private long lifetime;
        private long lifetimeMax;
        private long samples;
        private long temporaryBlocks;
        private Ages survivorAges;
        private Ages deathAges;
        private List<Figure> atSettles = List.of();
        private List<ThreadShare> threads = List.of();
        private int[] sites = NO_SITES;
        private LiveHistory history;
        private Steps born;
        private Steps aliveAtEnd;

        private Builder() {
        }

        public Builder frames(List<String> value) {
            frames = value instanceof FrameList || FrameTable.of(value) != null
                    ? value : List.copyOf(value);
            return this;
        }

        public Builder allocatedClass(String value) {
            allocatedClass = value;
            return this;
        }

        public Builder total(Figure value) {
            total = value;
            return this;
        }

        public Builder atPeak(Figure value) {
            atPeak = value;
            return this;
        }

        public Builder atEnd(Figure value) {
            atEnd = value;
            return this;
        }

        public Builder max(Figure value) {
            max = value;
            return this;
        }

        public Builder maxLowerBound(boolean value) {
            maxLowerBound = value;
            return this;
        }

        public Builder maxAtLeast(Figure value) {
            maxAtLeast = value;
            return this;
        }

        public Builder lifetime(long value) {
            lifetime = value;
            return this;
        }

        public Builder lifetimeMax(long value) {
            lifetimeMax = value;
            return this;
        }

        public Builder samples(long value) {
            samples = value;
            return this;
        }

        public Builder temporaryBlocks(long value) {
            temporaryBlocks = value;
            return this;
        }

        public Builder survivorAges(Ages value) {
            survivorAges = value;
            return this;
        }

        public Builder deathAges(Ages value) {
            deathAges = value;
            return this;
        }

        public Builder atSettles(List<Figure> value) {
            atSettles = value instanceof Settles.Figures ? value : List.copyOf(value);
            return this;
        }

        public Builder threads(List<ThreadShare> value) {
            threads = List.copyOf(value);
            return this;
        }

        public Builder sites(int... value) {
            sites = value.clone();
            return this;
        }

        /** Null where it is not known. */
        public Builder history(LiveHistory value) {
            history = value;
            return this;
        }

        /** By the number of marks before birth; null for nothing. */
        Builder byMarks(Steps bornThen, Steps aliveAtEndOfThem) {
            born = bornThen;
            aliveAtEnd = aliveAtEndOfThem;
            return this;
        }

        public ProgramPoint build() {
            return new ProgramPoint(this);
        }
    }
}
