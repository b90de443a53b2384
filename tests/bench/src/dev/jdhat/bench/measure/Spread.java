// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A figure that was measured several times. */
public record Spread(double... values) {
    public static Spread of(int count, IntToDoubleFunction value) {
        double[] values = new double[count];
        Arrays.setAll(values, value);
        return new Spread(values);
    }

    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return sorted()[0];
    }

    public double most() {
        return sorted()[values.length - 1];
    }

    public double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    public Spread times(double factor) {
        return of(values.length, i -> values[i] * factor);
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
