// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {
    /** By hand: 0.01·4/1, min(0.03·4/2, 0.04·4/3), 0.04·4/3, 0.5·4/4. */
    @Test
    void fourTests() {
        assertArrayEquals(new double[] {0.04, 0.16 / 3, 0.16 / 3, 0.5},
                FalseDiscoveries.adjusted(new double[] {0.01, 0.04, 0.03, 0.5}), 1e-15);
        assertArrayEquals(new double[0], FalseDiscoveries.adjusted(new double[0]));
        assertArrayEquals(new double[] {0.2}, FalseDiscoveries.adjusted(new double[] {0.2}));
    }

    /** At each level what is named is what the step-up procedure itself rejects. */
    @Test
    void namesWhatTheProcedureRejects() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            double[] values = random.doubles(1 + random.nextInt(30))
                    .map(value -> Math.pow(value, 3)).toArray();
            double[] adjusted = FalseDiscoveries.adjusted(values);
            double level = random.nextDouble();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double threshold = -1;
            for (int rank = 1; rank <= sorted.length; rank++) {
                if (sorted[rank - 1] <= level * rank / sorted.length) {
                    threshold = sorted[rank - 1];
                }
            }
            for (int i = 0; i < values.length; i++) {
                assertEquals(values[i] <= threshold, adjusted[i] <= level, "run " + run);
            }
        }
    }
}
