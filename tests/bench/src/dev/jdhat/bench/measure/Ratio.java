// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

/** The ratios of pairs of runs: their geometric mean, and Student's interval of it. */
public final class Ratio {
    /** Student's t for 95 % and 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
        2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
        2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
    private static final double T_OF_MANY = 1.96;

    private final Spread each;
    private final double mean;
    private final double half;

    /** Of as many pairs as both have. */
    Ratio(double[] over, double[] under) {
        int n = Math.min(over.length, under.length);
        each = Spread.of(n, i -> over[i] / under[i]);
        Spread logs = Spread.of(n, i -> Math.log(over[i] / under[i]));
        mean = logs.mean();
        double squares = 0;
        for (double log : logs.values()) {
            squares += (log - mean) * (log - mean);
        }
        double t = n - 2 < T.length && n > 1 ? T[n - 2] : T_OF_MANY;
        half = n > 1 ? t * Math.sqrt(squares / (n - 1) / n) : Double.NaN;
    }

    public double mean() {
        return Math.exp(mean);
    }

    /** NaN of one pair. */
    public double low() {
        return Math.exp(mean - half);
    }

    /** NaN of one pair. */
    public double high() {
        return Math.exp(mean + half);
    }

    public Spread each() {
        return each;
    }
}
