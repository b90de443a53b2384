// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recording tells of a profile besides its sums: what was there over time, and when the
 * blocks of its largest program points were born and died. Immutable; {@link CourseBuilder} makes
 * it.
 */
public final class Course {
    private final Curve curve;
    private final long[] edges;
    private final Map<ProgramPoint, Fate> fates;

    Course(Curve curve, long[] edges, List<ProgramPoint> points, List<Fate> itsFates) {
        this.curve = curve;
        this.edges = edges;
        fates = new IdentityHashMap<>();
        for (int i = 0; i < itsFates.size(); i++) {
            fates.put(points.get(i), itsFates.get(i));
        }
    }

    /** What was there over time. */
    public Curve curve() {
        return curve;
    }

    /**
     * The buckets of time: bucket i is what was closed or found dead after edge i and up to edge
     * i + 1. Ascending, in µs since the start; the first edge is 0, the last one the end.
     */
    public long[] edges() {
        return edges.clone();
    }

    /** Of one of the program points that were asked for; empty where there were too many. */
    public Optional<Fate> fate(ProgramPoint point) {
        return Optional.ofNullable(fates.get(point));
    }
}
