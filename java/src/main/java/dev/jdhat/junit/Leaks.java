// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The verdict on leaks. A program point leaks when at least one block more per run is held after
 * the last run than at the baseline, and when it was still growing in the second half: what fills
 * up once does not. Blocks that only soft, weak or phantom references hold are no leak.
 */
final class Leaks {
    private final Measured measured;
    private final int steps;
    private Map<Integer, long[]> soft;

    private Leaks(Measured measured) {
        this.measured = measured;
        steps = measured.settles() - 1;
    }

    /** What leaked since the baseline, of these program points. */
    static List<Spent> of(Measured measured, List<ProgramPoint> points) {
        return new Leaks(measured).find(points);
    }

    private List<Spent> find(List<ProgramPoint> points) {
        List<Spent> leaks = new ArrayList<>();
        for (ProgramPoint point : points) {
            long blocks = at(point, steps).blocks() - at(point, 0).blocks();
            if (blocks < steps || at(point, steps).blocks() <= at(point, steps / 2).blocks()) {
                continue;
            }
            long bytes = at(point, steps).bytes() - at(point, 0).bytes();
            long[] held = withoutSoftlyReachable(point, blocks, bytes);
            if (held[0] >= steps) {
                leaks.add(Sites.spent(point, Math.max(0, held[1]), held[0]));
            }
        }
        leaks.sort(Sites.LARGEST_FIRST);
        return leaks;
    }

    private Figure at(ProgramPoint point, int settle) {
        return measured.atSettle(point, settle);
    }

    private long[] withoutSoftlyReachable(ProgramPoint point, long blocks, long bytes) {
        if (soft == null) {
            soft = measured.softlyReachable();
        }
        long[] left = {blocks, bytes};
        for (int site : point.sites()) {
            long[] found = soft.getOrDefault(site, new long[2]);
            left[0] -= found[0];
            left[1] -= found[1];
        }
        return left;
    }
}
