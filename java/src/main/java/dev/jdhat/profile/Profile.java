// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    private Profile(Builder from) {
        info = from.info;
        List<ProgramPoint> sorted = new ArrayList<>(from.points);
        sorted.sort(Comparator.comparingLong((ProgramPoint point) -> point.total().bytes())
                .thenComparingLong(point -> point.total().blocks()).reversed());
        points = List.copyOf(sorted);
        Figure known = info.lifetimes() ? Figure.ZERO : Figure.UNKNOWN;
        total = points.stream().map(ProgramPoint::total).reduce(Figure.ZERO, Figure::plus);
        atPeak = points.stream().map(ProgramPoint::atPeak).reduce(known, Figure::plus);
        atEnd = points.stream().map(ProgramPoint::atEnd).reduce(known, Figure::plus);
        boolean live = info.peakKind() == PeakKind.LIVE;
        livePeak = live ? exactly(from.livePeak) : from.livePeak;
        occupiedPeak = live ? from.occupiedPeak : exactly(from.occupiedPeak);
        fullLivePeak = from.fullLivePeak;
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

    /** Makes a profile. */
    public static final class Builder {
        private final ProfileInfo info;
        private List<ProgramPoint> points = List.of();
        private Peak livePeak;
        private Peak fullLivePeak;
        private Peak occupiedPeak;

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

        public Profile build() {
            return new Profile(this);
        }
    }
}
