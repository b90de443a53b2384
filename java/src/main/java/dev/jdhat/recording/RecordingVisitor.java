// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/**
 * Sees the records of a recording in file order. Ids are as in the file: unique, neither dense nor
 * ascending, 0 for none. {@link Recording} has checked that a named id was described before.
 */
public interface RecordingVisitor {
    default void interval(int id, long lambda, int thinning) {
    }

    default void string(int id, String text) {
    }

    /** Names are string ids; {@code file} 0 when unknown. */
    default void method(int id, int type, int name, int descriptor, int file, boolean isNative) {
    }

    default void type(int id, int name) {
    }

    /** Leaf first; both arrays belong to the visitor. Lines: −1 unknown, −2 native. */
    default void stack(int id, StackFlags flags, int[] methods, int[] lines) {
    }

    default void scope(int id, int parent, int kind, int name) {
    }

    default void context(int id, int scope, int thread, int adHocKind) {
    }

    default void site(int id, Site site) {
    }

    /**
     * Whether rows are wanted that were written while an epoch was open: they tell of blocks born
     * in that epoch or before. What is not wanted is neither read nor checked.
     */
    default boolean rows(long now) {
        return true;
    }

    /** Newly counted blocks that the agent watches. */
    default void tracked(int site, long birth, long blocks, long bytes) {
    }

    /** Newly counted blocks that count in totals only. */
    default void untracked(int site, long birth, long blocks, long bytes) {
    }

    /** Tracked blocks that a sweep found reclaimed. */
    default void died(int site, long birth, long blocks, long bytes) {
    }

    default void clock(ClockPoint point) {
    }

    /** A mark at the clock point that closed the epoch. */
    default void mark(long epoch, int name) {
    }

    /** A window; given again with a closing epoch when it closes (0 = still open). */
    default void window(int id, int scope, long opening, long closing, boolean allThreads) {
    }

    default void note(int code, long time, String text) {
    }

    default void end(Ending reason, long time) {
    }
}
