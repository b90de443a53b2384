// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import dev.jdhat.profile.AgesSum;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A profile some of whose program points are one, so that a page of very many stays small. Its sums
 * are those of the profile; immutable.
 */
public final class FoldedProfile {
    /** The only frame of the program point that stands for the others. */
    public static final String FRAME = "[folded]";

    private final Profile profile;
    private final ProgramPoint folded;
    private final int points;

    private FoldedProfile(Profile profile, ProgramPoint folded, int points) {
        this.profile = profile;
        this.folded = folded;
        this.points = points;
    }

    /** Keeps some program points and puts the others together, if there are at least two. */
    static FoldedProfile of(Profile whole, Set<ProgramPoint> kept) {
        List<ProgramPoint> points = new ArrayList<>();
        List<ProgramPoint> others = new ArrayList<>();
        for (ProgramPoint point : whole.points()) {
            // No two program points of a profile have the same frames.
            boolean old = point.frames().equals(List.of(FRAME));
            (kept.contains(point) && !old ? points : others).add(point);
        }
        if (others.size() < 2) {
            return new FoldedProfile(whole, null, 0);
        }
        ProgramPoint folded = sum(others);
        points.add(folded);
        Profile profile = Profile.builder(whole.info()).points(points)
                .livePeak(whole.livePeak().orElse(null))
                .fullLivePeak(whole.fullLivePeak().orElse(null))
                .occupiedPeak(whole.occupiedPeak().orElse(null)).build();
        return new FoldedProfile(profile, folded, others.size());
    }

    /**
     * Maxima of program points are of different moments and do not add up: what they have together
     * at the peak or at the end is a lower bound of theirs. That is another law than that of a
     * merge, which adds one program point of many runs: each run has a heap of its own, so there
     * the sum of the maxima is an upper bound.
     */
    private static ProgramPoint sum(List<ProgramPoint> points) {
        Figure total = Figure.ZERO;
        Figure atPeak = Figure.UNKNOWN;
        Figure atEnd = Figure.UNKNOWN;
        Figure max = Figure.UNKNOWN;
        long lifetime = 0;
        long lifetimeMax = 0;
        long temporary = 0;
        long samples = 0;
        AgesSum survivors = new AgesSum();
        AgesSum dead = new AgesSum();
        for (ProgramPoint point : points) {
            total = total.plus(point.total());
            atPeak = atPeak.plus(point.atPeak());
            atEnd = atEnd.plus(point.atEnd());
            max = larger(max, point.max());
            lifetime += point.lifetime();
            lifetimeMax += point.lifetimeMax();
            temporary += point.temporaryBlocks();
            samples += point.samples();
            survivors.add(point.survivorAges(), point.atEnd().blocks());
            dead.add(point.deathAges(), point.total().blocks() - point.atEnd().blocks());
        }
        max = larger(larger(max, atPeak), atEnd);
        return ProgramPoint.builder().frames(List.of(FRAME)).total(total).atPeak(atPeak)
                .atEnd(atEnd).max(max).maxLowerBound(max.known()).lifetime(lifetime)
                .lifetimeMax(lifetimeMax).temporaryBlocks(temporary).samples(samples)
                .survivorAges(survivors.ages()).deathAges(dead.ages()).build();
    }

    private static Figure larger(Figure one, Figure two) {
        return !one.known() || two.known() && two.bytes() > one.bytes() ? two : one;
    }

    /** The profile with the program point that stands for the others. */
    public Profile profile() {
        return profile;
    }

    /** How many program points are one; 0, or at least 2. */
    public int points() {
        return points;
    }

    /** Their figure over the run; 0 where nothing is folded. */
    public Figure total() {
        return folded == null ? Figure.ZERO : folded.total();
    }

    /** The same at t-gmax. */
    public Figure atPeak() {
        return folded == null ? Figure.ZERO : folded.atPeak();
    }

    /** The same at t-end. */
    public Figure atEnd() {
        return folded == null ? Figure.ZERO : folded.atEnd();
    }
}
