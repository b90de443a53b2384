// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A heap profile; immutable. Its total, peak and end are the sums over its program points, so they
 * equal what any viewer of the DHAT file adds up.
 */
public final class Profile {
    private final ProfileInfo info;
    private final List<ProgramPoint> points;
    private final Figure total;
    private final Figure atPeak;
    private final Figure atEnd;
    private final Peak livePeak;
    private final Peak fullLivePeak;
    private final Peak occupiedPeak;
    private final long[] settleEpochs;
    private final boolean knowsBirths;
    private final Runs runs;
    private final HistoryClock historyClock;

    private Profile(Builder from) {
        info = from.info;
        List<ProgramPoint> sorted = new ArrayList<>(from.points);
        sorted.sort((one, other) -> largestFirst(one.total(), other.total()));
        points = List.copyOf(sorted);
        Figure known = info.lifetimes() ? Figure.ZERO : Figure.UNKNOWN;
        Figure peakKnown = from.withoutPeak ? Figure.UNKNOWN : known;
        total = sum(SortBy.TOTAL, Figure.ZERO);
        atPeak = sum(SortBy.PEAK, peakKnown);
        atEnd = sum(SortBy.END, known);
        boolean live = info.peakKind() == PeakKind.LIVE;
        livePeak = live ? exactly(from.livePeak) : from.livePeak;
        occupiedPeak = live ? from.occupiedPeak : exactly(from.occupiedPeak);
        fullLivePeak = from.fullLivePeak;
        settleEpochs = from.settleEpochs;
        knowsBirths = from.knowsBirths;
        runs = from.runs;
        historyClock = from.historyClock;
    }

    private Figure sum(SortBy by, Figure start) {
        Figure sum = start;
        for (ProgramPoint point : points) {
            sum = sum.plus(by.of(point));
        }
        return sum;
    }

    private static int largestFirst(Figure one, Figure other) {
        int byBytes = Long.compare(other.bytes(), one.bytes());
        return byBytes != 0 ? byBytes : Long.compare(other.blocks(), one.blocks());
    }

    /** The chosen peak is the sum over program points, to the last rounded byte. */
    private Peak exactly(Peak chosen) {
        return chosen == null ? null : new Peak(atPeak, chosen.time(), chosen.upperBound());
    }

    public static Builder builder(ProfileInfo info) {
        return new Builder(info);
    }

    public ProfileInfo info() {
        return info;
    }

    /** Of which runs it is the sum; of one, unless it was merged. */
    public Runs runs() {
        return runs;
    }

    /** Program points, the largest total first. */
    public List<ProgramPoint> points() {
        return points;
    }

    public Figure total() {
        return total;
    }

    /** At t-gmax, which is the peak of the kind {@link ProfileInfo#peakKind} names. */
    public Figure atPeak() {
        return atPeak;
    }

    public Figure atEnd() {
        return atEnd;
    }

    /** Empty when liveness is off or the file does not say. */
    public Optional<Peak> livePeak() {
        return Optional.ofNullable(livePeak);
    }

    /** The largest live figure after a full collection, where it differs by more than 5 %. */
    public Optional<Peak> fullLivePeak() {
        return Optional.ofNullable(fullLivePeak);
    }

    /** Empty when liveness is off or the file does not say. */
    public Optional<Peak> occupiedPeak() {
        return Optional.ofNullable(occupiedPeak);
    }

    /**
     * The settle points that {@link ProgramPoint#atSettles} tells of, in order: each by the epoch
     * that it closed, which names it for whoever asked for it.
     */
    public long[] settleEpochs() {
        return settleEpochs.clone();
    }

    /** The collections that {@link ProgramPoint#history} tells of; empty where nothing does. */
    public Optional<HistoryClock> historyClock() {
        return Optional.ofNullable(historyClock);
    }

    /** Names of the marks, in the order of time. */
    public List<String> marks() {
        return info.marks().stream().map(Span::name).collect(Collectors.toUnmodifiableList());
    }

    /**
     * What was born after a mark, and how much of it is alive at the end; all other figures are
     * unknown. Of several marks with the name the latest counts. A profile that was read from a
     * DHAT file does not know this.
     */
    public Profile bornSince(String mark) {
        int at = marks().lastIndexOf(Objects.requireNonNull(mark));
        if (at < 0) {
            throw new IllegalArgumentException("There is no mark \"" + mark + "\"; "
                    + (marks().isEmpty() ? "nothing was marked."
                            : "the marks are \"" + String.join("\", \"", marks()) + "\"."));
        }
        if (!knowsBirths) {
            throw new IllegalStateException("What was born since a mark is not in a DHAT file;"
                    + " build the profile from the recording.");
        }
        List<ProgramPoint> born = points.stream().map(point -> point.bornAfter(at + 1))
                .filter(Objects::nonNull).collect(Collectors.toList());
        Builder since = builder(info).points(born).runs(runs);
        since.withoutPeak = true;
        return since.build();
    }

    /**
     * The profile of some of its program points, with their sums. The peak of the other kind, and
     * the largest live figure after a full collection, are those of all and so not in it.
     */
    public Profile keeping(Predicate<ProgramPoint> wanted) {
        Builder some = builder(info).points(points.stream().filter(wanted)
                .collect(Collectors.toList())).settleEpochs(settleEpochs).runs(runs);
        some.knowsBirths = knowsBirths;
        some.historyClock = historyClock;
        some.withoutPeak = !atPeak.known();
        if (info.peakKind() == PeakKind.LIVE) {
            some.livePeak = livePeak;
        } else {
            some.occupiedPeak = occupiedPeak;
        }
        return some.build();
    }

    /** Program points with blocks at the end, the most bytes there first. */
    public List<ProgramPoint> aliveNow() {
        return points.stream().filter(point -> point.atEnd().blocks() > 0)
                .sorted(Comparator.comparingLong((ProgramPoint point) -> point.atEnd().bytes())
                        .thenComparingLong(point -> point.atEnd().blocks()).reversed())
                .collect(Collectors.toUnmodifiableList());
    }

    /** Makes a profile. */
    public static final class Builder {
        private final ProfileInfo info;
        private List<ProgramPoint> points = List.of();
        private Peak livePeak;
        private Peak fullLivePeak;
        private Peak occupiedPeak;
        private boolean withoutPeak;
        private long[] settleEpochs = {};
        private boolean knowsBirths;
        private Runs runs = Runs.ONE;
        private HistoryClock historyClock;

        private Builder(ProfileInfo info) {
            this.info = Objects.requireNonNull(info);
        }

        public Builder points(List<ProgramPoint> value) {
            points = List.copyOf(value);
            return this;
        }

        public Builder livePeak(Peak value) {
            livePeak = value;
            return this;
        }

        public Builder fullLivePeak(Peak value) {
            fullLivePeak = value;
            return this;
        }

        public Builder occupiedPeak(Peak value) {
            occupiedPeak = value;
            return this;
        }

        public Builder settleEpochs(long... value) {
            settleEpochs = value.clone();
            return this;
        }

        public Builder runs(Runs value) {
            runs = Objects.requireNonNull(value);
            return this;
        }

        public Builder historyClock(HistoryClock value) {
            historyClock = value;
            return this;
        }

        /** Its program points know when their blocks were born. */
        Builder knowsBirths() {
            knowsBirths = true;
            return this;
        }

        public Profile build() {
            return new Profile(this);
        }
    }
}
