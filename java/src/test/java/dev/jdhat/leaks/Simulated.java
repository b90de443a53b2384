// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.LiveHistory;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntUnaryOperator;

/** A site made up block by block, and what an agent that samples would see of it. */
final class Simulated {
    static final double FOR_EVER = Double.POSITIVE_INFINITY;
    /** The size of each block. */
    static final double SIZE = 100;

    private final Random random;
    private final int collections;
    private final double seen;

    /** Seen: the probability that a block is sampled. */
    Simulated(Random random, int collections, double seen) {
        this.random = random;
        this.collections = collections;
        this.seen = seen;
    }

    /**
     * Blocks are born at random moments, so many between one collection and the next, and live for
     * some spans.
     */
    LiveHistory site(IntUnaryOperator births, DoubleSupplier lifetime) {
        double[] came = new double[collections];
        double[] went = new double[collections];
        double[] left = new double[collections];
        for (int i = 0; i < collections; i++) {
            for (int n = births.applyAsInt(i); n > 0; n--) {
                double death = i - random.nextDouble() + lifetime.getAsDouble();
                if (random.nextDouble() < seen && death > i) {
                    came[i]++;
                    if (death > collections - 1) {
                        left[i]++;
                    } else {
                        went[(int) Math.ceil(death)]++;
                    }
                }
            }
        }
        return history(came, went, left);
    }

    private LiveHistory history(double[] came, double[] went, double[] left) {
        double[] live = new double[collections];
        double[] variances = new double[collections];
        double[] changes = new double[collections];
        double[] born = new double[collections];
        double each = SIZE * SIZE * (1 - seen) / (seen * seen);
        double now = 0;
        for (int i = 0; i < collections; i++) {
            now += came[i] - went[i];
            live[i] = Math.rint(now * SIZE / seen);
            variances[i] = now * each;
            changes[i] = (came[i] + went[i]) * each;
            born[i] = left[i] * SIZE / seen;
        }
        return new LiveHistory(live, live, variances, changes, born);
    }

    /** Exponential, with this mean. */
    DoubleSupplier about(double mean) {
        return () -> -mean * Math.log(1 - random.nextDouble());
    }

    /** A number of births that has this mean; Knuth's method, in parts small enough for it. */
    int births(double mean) {
        int n = 0;
        double left = mean;
        while (left > 0) {
            double part = Math.min(left, 50);
            double product = random.nextDouble();
            while (product > Math.exp(-part)) {
                n++;
                product *= random.nextDouble();
            }
            left -= part;
        }
        return n;
    }
}
