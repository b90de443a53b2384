// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Texts of frames, which many stacks share: a stack is a list of numbers, and whoever compares many
 * of them compares numbers. Immutable, for any thread.
 */
public final class FrameTable {
    private final Object origin;
    private final String[] texts;
    private final int size;

    /** The text of frame i is the i-th one. */
    public FrameTable(List<String> texts) {
        this.texts = texts.toArray(new String[0]);
        origin = this;
        size = texts.size();
    }

    /**
     * The first texts of those that somebody gathers.
     *
     * @param origin who, and by whose numbers they go
     * @param texts of which the first ones do not change any more
     */
    FrameTable(Object origin, String[] texts, int size) {
        this.origin = origin;
        this.texts = texts;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** Whether frames that both have are of the same number in both. */
    boolean isNumberedAs(FrameTable other) {
        return other != null && origin == other.origin;
    }

    public String text(int frame) {
        return texts[frame];
    }

    /** The texts of some frames, leaf first; the array is kept and must not change. */
    public List<String> stack(int[] frames) {
        return new Stack(this, frames);
    }

    /** The table of which a list is a {@link #stack}, or null when it is of none. */
    public static FrameTable of(List<String> stack) {
        return stack instanceof Stack ? ((Stack) stack).table : null;
    }

    /** The number in {@link #of its table} of a frame of a stack. */
    public static int frame(List<String> stack, int at) {
        return ((Stack) stack).frames[at];
    }

    private static final class Stack extends AbstractList<String> implements RandomAccess {
        private final FrameTable table;
        private final int[] frames;

        Stack(FrameTable table, int[] frames) {
            this.table = table;
            this.frames = frames;
        }

        @Override
        public String get(int index) {
            return table.texts[frames[index]];
        }

        @Override
        public int size() {
            return frames.length;
        }
    }
}
