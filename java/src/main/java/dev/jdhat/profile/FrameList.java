// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Frames as a list of texts; program points that share a stack share its array. */
final class FrameList extends AbstractList<String> implements RandomAccess {
    private final Frames frames;
    private final int leaf;
    private final int[] stack;

    /** Leaf: a pseudo-frame that stands before the stack, or −1. */
    FrameList(Frames frames, int leaf, int[] stack) {
        this.frames = frames;
        this.leaf = leaf;
        this.stack = stack;
    }

    @Override
    public String get(int index) {
        if (leaf < 0) {
            return frames.text(stack[index]);
        }
        return frames.text(index == 0 ? leaf : stack[index - 1]);
    }

    @Override
    public int size() {
        return leaf < 0 ? stack.length : stack.length + 1;
    }
}
