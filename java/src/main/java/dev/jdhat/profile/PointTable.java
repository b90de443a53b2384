// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Program points: a leaf pseudo-frame, or none, and a stack; each combination is one point. */
final class PointTable {
    private static final int NO_LEAF = -1;

    private final Frames frames = new Frames();
    private final StackNumbers stacks = new StackNumbers();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<FrameList> points = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    Frames frames() {
        return frames;
    }

    int size() {
        return points.size();
    }

    List<String> frames(int point) {
        return points.get(point);
    }

    /** Class of all blocks of the point, or empty. */
    String type(int point) {
        return types.get(point);
    }

    /** The number of a stack; stacks with equal texts have equal numbers. */
    int stack(int[] stackFrames) {
        return stacks.of(stackFrames);
    }

    /** The point of a stack with a leaf pseudo-frame, which may be empty. */
    int point(String leaf, int stack, String type) {
        int leafFrame = leaf.isEmpty() ? NO_LEAF : frames.index(leaf);
        Integer known = numbers.putIfAbsent((long) leafFrame << 32 | stack, points.size());
        if (known == null) {
            points.add(new FrameList(frames, leafFrame, stacks.get(stack)));
            types.add(type);
            return points.size() - 1;
        }
        if (!types.get(known).equals(type)) {
            types.set(known, "");
        }
        return known;
    }
}
