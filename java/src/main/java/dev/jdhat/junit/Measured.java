// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import java.util.Map;

/** What a window has counted over some runs of the work. */
final class Measured {
    /** Asks the agent, which walks the heap: only when the answer matters. */
    interface SoftlyReachable {
        Map<Integer, long[]> blocksAndBytesBySite();
    }

    private final Profile profile;
    private final int runs;
    private final int[] settles;
    private final SoftlyReachable softlyReachable;

    Measured(Profile profile, int runs, int[] settles, SoftlyReachable softlyReachable) {
        this.profile = profile;
        this.runs = runs;
        this.settles = settles;
        this.softlyReachable = softlyReachable;
    }

    Profile profile() {
        return profile;
    }

    /** Runs that were measured. */
    int runs() {
        return runs;
    }

    /** Number of settle points: with leaks the baseline and one per further run. */
    int settles() {
        return settles.length;
    }

    /** What was live of a program point at one of them. */
    Figure atSettle(ProgramPoint point, int settle) {
        return point.atSettles().get(settles[settle]);
    }

    /** Blocks and bytes by site, of those born since the baseline. */
    Map<Integer, long[]> softlyReachable() {
        return softlyReachable.blocksAndBytesBySite();
    }
}
