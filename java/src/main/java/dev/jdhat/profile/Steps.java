// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/** Sums for steps in their order, of which there may be very many: only those added to cost. */
final class Steps {
    private int size;
    private int[] steps = new int[2];
    private final Sum sums = new Sum(2);

    /** Where the sum of a step is in {@link #sums} until the next call. */
    int at(int step) {
        int found = size > 0 && steps[size - 1] < step ? -size - 1
                : Arrays.binarySearch(steps, 0, size, step);
        return found >= 0 ? found : insert(-found - 1, step);
    }

    private int insert(int at, int step) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
        }
        System.arraycopy(steps, at, steps, at + 1, size - at);
        steps[at] = step;
        sums.insert(at, size++);
        return at;
    }

    /** How many steps have a sum. */
    int size() {
        return size;
    }

    /** The step whose sum is at a place in {@link #sums}; they ascend. */
    int step(int at) {
        return steps[at];
    }

    Sum sums() {
        return sums;
    }

    /** The sum of a step and all later ones. */
    Figure from(int step) {
        return between(step, Integer.MAX_VALUE).figure(0);
    }

    /** The sum of a step and all later ones before another. */
    Sum between(int step, int before) {
        int found = Arrays.binarySearch(steps, 0, size, step);
        Sum all = new Sum(1);
        for (int at = found >= 0 ? found : -found - 1; at < size && steps[at] < before; at++) {
            all.add(0, sums, at);
        }
        return all;
    }

    /** The sum of a step and all earlier ones. */
    Figure upTo(int step) {
        Sum all = new Sum(1);
        for (int at = 0; at < size && steps[at] <= step; at++) {
            all.add(0, sums, at);
        }
        return all.figure(0);
    }
}
