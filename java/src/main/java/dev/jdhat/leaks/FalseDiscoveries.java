// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import java.util.Arrays;

/**
 * Benjamini and Hochberg's step-up procedure (Journal of the Royal Statistical Society B 57, 1995):
 * of the sites whose adjusted value is at most q, a share of q at most is named by chance, on
 * average.
 */
final class FalseDiscoveries {
    private FalseDiscoveries() {
    }

    /** For each p-value the least q at which it is named: min over larger ones of p·m/rank. */
    static double[] adjusted(double[] probabilities) {
        int m = probabilities.length;
        Integer[] order = new Integer[m];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(probabilities[one],
                probabilities[other]));
        double[] adjusted = new double[m];
        double least = 1;
        for (int rank = m; rank >= 1; rank--) {
            int at = order[rank - 1];
            least = Math.min(least, probabilities[at] * m / rank);
            adjusted[at] = least;
        }
        return adjusted;
    }
}
