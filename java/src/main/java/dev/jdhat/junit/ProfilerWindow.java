// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.Profiler;
import dev.jdhat.ProfilerBuilder;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.Unit;
import java.util.Map;

/**
 * A window that a profiler holds open. The session begins with the first window and ends with the
 * last: it slows down no other test, and beginning anew (a few milliseconds and two collections)
 * costs less than reading a recording that grows.
 */
final class ProfilerWindow implements Window {
    private static final long COLLECTING_AT = 100_000;

    private final Profiler profiler;

    private ProfilerWindow(Profiler profiler) {
        this.profiler = profiler;
    }

    /** As {@link Windows#open}. */
    static Window open(WindowSpec spec) {
        ProfilerBuilder settings = Profiler.builder().heap().testing().exact()
                .gcAt(COLLECTING_AT).name(spec.test().full())
                .include(spec.packages().toArray(new String[0]));
        if (spec.threads() == Threads.THIS) {
            settings.thisThreadOnly().body(spec.bodyClass(), spec.bodyMethod());
        }
        return new ProfilerWindow(settings.start());
    }

    @Override
    public long settle() {
        return profiler.settle();
    }

    @Override
    public Profile profile() {
        return profiler.snapshot(Unit.HEAP, options -> options.withSites(true));
    }

    @Override
    public Map<Integer, long[]> softlyReachable(long from, long to) {
        return profiler.softlyReachable(from, to);
    }

    @Override
    public void close() {
        profiler.close();
    }
}
