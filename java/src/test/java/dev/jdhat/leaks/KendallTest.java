// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The distribution of S against all permutations, and against the normal one where it is large. */
class KendallTest {
    /** S of every permutation of so many values. */
    private static List<Integer> all(int size) {
        List<Integer> all = new ArrayList<>();
        permute(new int[size], 0, all);
        return all;
    }

    private static void permute(int[] values, int used, List<Integer> all) {
        if (used == values.length) {
            all.add(s(values));
            return;
        }
        for (int value = 1; value <= values.length; value++) {
            boolean free = true;
            for (int i = 0; i < used; i++) {
                free &= values[i] != value;
            }
            if (free) {
                values[used] = value;
                permute(values, used + 1, all);
            }
        }
    }

    private static int s(int[] values) {
        int s = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                s += Integer.signum(values[j] - values[i]);
            }
        }
        return s;
    }

    @Test
    void everyTailIsThatOfAllPermutations() {
        for (int size = 1; size <= 8; size++) {
            List<Integer> all = all(size);
            Kendall kendall = new Kendall(size);
            for (int s = -kendall.pairs(); s <= kendall.pairs(); s++) {
                int least = s;
                double share = all.stream().filter(each -> each >= least).count()
                        / (double) all.size();
                assertEquals(share, kendall.atLeast(s), 1e-12, size + " values, S " + s);
            }
        }
    }

    @Test
    void criticalValuesAreTheLeastThatAreUnlikely() {
        for (int size = 4; size <= 8; size++) {
            List<Integer> all = all(size);
            Kendall kendall = new Kendall(size);
            for (double probability : new double[] {0.1, 0.025, 0.01, 0.0001}) {
                int expected = kendall.pairs() + 1;
                for (int s = kendall.pairs(); s >= 0; s -= 2) {
                    int least = s;
                    if (all.stream().filter(each -> each >= least).count()
                            <= probability * all.size()) {
                        expected = s;
                    }
                }
                assertEquals(expected, kendall.critical(probability), size + " " + probability);
            }
        }
    }

    /** By hand: of 24 orders of four values one has S 6, three have S 4. */
    @Test
    void fourValues() {
        Kendall kendall = new Kendall(4);
        assertEquals(1 / 24.0, kendall.atLeast(6), 1e-15);
        assertEquals(1 / 24.0, kendall.atLeast(5), 1e-15);
        assertEquals(4 / 24.0, kendall.atLeast(4), 1e-15);
        assertEquals(1, kendall.atLeast(-6), 1e-15);
        assertTrue(kendall.atLeast(7) > 0);
    }

    /** The variance of S is n(n−1)(2n+5)/18; at 200 values its tail is that of the normal law. */
    @Test
    void manyValues() {
        int n = 200;
        Kendall kendall = new Kendall(n);
        double deviation = Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        assertEquals(0.1587, kendall.atLeast((int) Math.round(deviation)), 0.001);
        assertEquals(0.0228, kendall.atLeast((int) Math.round(2 * deviation)), 0.0005);
        assertEquals(0.5, kendall.atLeast(0), 0.001);
        assertEquals(1, kendall.atLeast(-kendall.pairs()), 1e-9);
    }

    @Test
    void nothingAndOne() {
        assertEquals(0, new Kendall(0).pairs());
        assertEquals(1, new Kendall(1).atLeast(0), 0);
    }
}
