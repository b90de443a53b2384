// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** The counters of a clock point; the order is that of the format's numbers. */
public enum Counter {
    EVENTS,
    DROPPED_BLOCKS,
    DROPPED_BYTES,
    LOST_BLOCKS,
    LOST_BYTES,
    UNTRACKED_BLOCKS,
    UNTRACKED_BYTES,
    FOLDED_BLOCKS,
    FOLDED_BYTES,
    COLLECTIONS,
    CALLBACK_NANOS,
    AGENT_CPU_NANOS,
    SWEEP_NANOS,
    MEMORY,
    TRACKED_NOW,
    INTERVAL_NOW,
    THINNING_NOW,
    HEAP_USED,
    HEAP_COMMITTED,
    JVM_ALLOCATED,
    JVM_YOUNG,
    JVM_OLD,
    JVM_COLLECTING_MICROS,
    DIRECT,
    FAST_WALKS,
    CHECKED_WALKS,
    WALK_MISMATCHES
}
