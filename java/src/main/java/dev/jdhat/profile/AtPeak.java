// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/**
 * What a number of things have now, and what they had at the latest peak, which is saved for each
 * of them only when it is about to change.
 */
final class AtPeak {
    private final Sum now;
    private final Sum saved;
    private final int[] savedFor;
    private int peaks;

    AtPeak(int size) {
        now = new Sum(size);
        saved = new Sum(size);
        savedFor = new int[size];
    }

    Sum now() {
        return now;
    }

    /** What is there now is the latest peak. */
    void peak() {
        peaks++;
    }

    /** Must be called before a thing changes. */
    void save(int at) {
        if (savedFor[at] != peaks) {
            saved.set(at, now, at);
            savedFor[at] = peaks;
        }
    }

    /** Saves those that did not change since the peak. */
    void finish() {
        for (int at = 0; at < savedFor.length; at++) {
            save(at);
        }
        Arrays.fill(savedFor, peaks);
    }

    Figure figure(int at) {
        return saved.figure(at);
    }
}
