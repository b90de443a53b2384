// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

import java.io.IOException;
import java.util.Arrays;

/**
 * Times each of many allocations, one after the other, and says how long the slow ones take. The
 * arguments are their number and the core to run on. What the clock itself takes is in every figure.
 */
public final class Latency {
    private static final int WARM_UP = 50_000;

    static volatile Object sink;

    private Latency() {}

    private static void measure(long[] nanos, int count) {
        for (int i = 0; i < count; i++) {
            long began = System.nanoTime();
            sink = new Object();
            nanos[i] = System.nanoTime() - began;
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Self.runOn(Integer.parseInt(args[1]));
        long[] nanos = new long[Integer.parseInt(args[0])];
        measure(nanos, Math.min(WARM_UP, nanos.length));
        measure(nanos, nanos.length);
        Arrays.sort(nanos);
        Self.say("median", at(nanos, 0.5));
        Self.say("99", at(nanos, 0.99));
        Self.say("99.9", at(nanos, 0.999));
        Self.say("most", nanos[nanos.length - 1]);
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))];
    }
}
