// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.filter.Measure;
import dev.jdhat.filter.PointSubject;
import dev.jdhat.filter.State;
import dev.jdhat.filter.Subject;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.util.List;
import java.util.Optional;

/** A site in two profiles, or in one of them; immutable. */
public final class SiteDiff implements Subject {
    private final ProgramPoint before;
    private final ProgramPoint after;
    private final ProfileDiff diff;
    /** By the figure that the profiles are compared by. */
    private final Difference difference;

    SiteDiff(Pair pair, ProfileDiff diff) {
        before = pair.before();
        after = pair.after();
        this.diff = diff;
        difference = compare(diff.by());
    }

    /** Empty when it is new. */
    public Optional<ProgramPoint> before() {
        return Optional.ofNullable(before);
    }

    /** Empty when it is gone. */
    public Optional<ProgramPoint> after() {
        return Optional.ofNullable(after);
    }

    /** In the later profile; in the earlier one where it is gone. */
    public ProgramPoint point() {
        return after != null ? after : before;
    }

    /** One of its figures before and after; a site that is not there has 0 where any is known. */
    public Difference of(SortBy by) {
        return by == diff.by() ? difference : compare(by);
    }

    Pair pair() {
        return new Pair(before, after);
    }

    Difference difference() {
        return difference;
    }

    private Difference compare(SortBy by) {
        Figure then = before != null ? by.of(before) : none(by, diff.before());
        Figure now = after != null ? by.of(after) : none(by, diff.after());
        return Difference.of(then, diff.intervalBefore(), now, diff.intervalAfter());
    }

    private static Figure none(SortBy by, Profile profile) {
        return by.of(profile).known() ? Figure.ZERO : Figure.UNKNOWN;
    }

    /** What became of it, by the figure that the profiles are compared by. */
    public State state() {
        if (difference.isNoise()) {
            return State.NOISE;
        }
        if (before == null) {
            return State.NEW;
        }
        if (after == null) {
            return State.GONE;
        }
        long more = difference.bytes() != 0 ? difference.bytes() : difference.blocks();
        return more > 0 ? State.GROWN : more < 0 ? State.SHRUNK : State.SAME;
    }

    @Override
    public List<String> stack() {
        return point().stack();
    }

    @Override
    public String type() {
        return point().type();
    }

    @Override
    public double value(Measure measure) {
        return value(after, measure);
    }

    @Override
    public double valueBefore(Measure measure) {
        return value(before, measure);
    }

    /** What is not there has no bytes and no blocks; its mean size is unknown. */
    private static double value(ProgramPoint point, Measure measure) {
        boolean counts = measure.kind() == Measure.Kind.BYTES && measure != Measure.SIZE
                || measure.kind() == Measure.Kind.BLOCKS;
        return point != null ? new PointSubject(point).value(measure) : counts ? 0 : Double.NaN;
    }

    @Override
    public boolean is(State state) {
        return state() == state;
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public String toString() {
        return state().word() + " " + difference + " at " + point().frames();
    }
}
