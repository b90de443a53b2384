// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/** Places in lists that ascend. */
final class Ascending {
    private Ascending() {
    }

    /** The index of the first value that is at least this; the length where there is none. */
    static int firstFrom(long[] values, long least) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] >= least) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The same of values that all differ. */
    static int firstFrom(int[] values, int least) {
        int at = Arrays.binarySearch(values, least);
        return at >= 0 ? at : -at - 1;
    }
}
