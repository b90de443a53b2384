// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/**
 * Stacks of numbered frames, each once and with a number: 0, 1 and so on in the order in which they
 * come. For one thread.
 */
public final class StackNumbers extends Numbers<int[]> {
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    /** Of nothing so far. */
    public StackNumbers() {
        super(new int[16][]);
    }

    /** Stacks differ in few frames, and frames in their low bits: it spreads neighbours. */
    @Override
    int hash(int[] stack) {
        long hash = stack.length;
        for (int frame : stack) {
            hash = (hash + frame) * FACTOR;
        }
        // The high bits depend on all frames.
        return (int) (hash >>> 32);
    }

    @Override
    boolean same(int[] one, int[] other) {
        return Arrays.equals(one, other);
    }
}
