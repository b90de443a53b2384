// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.Unit;

/** How many ad hoc events a profiler has counted, of all kinds; immutable and always exact. */
public final class AdHocStats {
    private final Figure total;

    private AdHocStats(Figure total) {
        this.total = total;
    }

    /**
     * The stats of the session that records now, since it started, over all threads, whoever
     * started it.
     *
     * @throws IllegalStateException when nothing is recorded, or no ad hoc events are
     */
    public static AdHocStats get() {
        return of(RunningSession.require("getting ad hoc stats").profile(Unit.AD_HOC));
    }

    static AdHocStats of(Profile profile) {
        return new AdHocStats(profile.total());
    }

    public long totalEvents() {
        return total.blocks();
    }

    /** The sum of the weights of all events. */
    public long totalUnits() {
        return total.bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdHocStats && total.equals(((AdHocStats) other).total);
    }

    @Override
    public int hashCode() {
        return total.hashCode();
    }

    /** {@code 106 units in 4 events}. */
    @Override
    public String toString() {
        return totalUnits() + " units in " + totalEvents() + " events";
    }
}
