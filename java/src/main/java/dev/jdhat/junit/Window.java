// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Profile;
import java.util.Map;

/** A window of the session: all that a test sees of the profiler. Used by one thread. */
interface Window extends AutoCloseable {
    /** Finds out what is dead; returns the epoch that this moment closed. */
    long settle();

    /** What was counted up to now, with settle points and sites. */
    Profile profile();

    /**
     * Blocks and bytes, by site, born after one epoch and up to another, that are held through
     * soft, weak and phantom references only.
     */
    Map<Integer, long[]> softlyReachable(long from, long to);

    @Override
    void close();
}
