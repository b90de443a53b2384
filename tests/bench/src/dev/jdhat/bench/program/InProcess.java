// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

import dev.jdhat.AdHoc;
import dev.jdhat.Profiler;
import dev.jdhat.profile.Unit;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * What the in-process API costs: an ad hoc event while nothing records, while a session records, at
 * 20 frames; stats, settled stats and a snapshot of a profile. Each is measured several times after
 * a warm-up. Arguments: turns of a loop (a thousandth of them records), and sites. Its lines are a
 * name, a tab, the rounds' figures with spaces between, a tab and their unit.
 */
public final class InProcess {
    private static final int ROUNDS = 9;
    private static final int PATH = 14;

    static volatile Object sink;
    static Object[] kept;

    private InProcess() {}

    private static void print(String what, double scale, String unit, LongConsumer work, long n) {
        double[] each = new double[ROUNDS];
        work.accept(n);
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            work.accept(n);
            each[round] = (System.nanoTime() - began) / scale / n;
        }
        System.out.println(what + "\t" + Arrays.stream(each).mapToObj(Double::toString)
                .collect(Collectors.joining(" ")) + "\t" + unit);
    }

    private static long empty;

    private static void emptyLoop(long n) {
        for (long i = 0; i < n; i++) {
            empty += i & 7;
        }
    }

    private static void events(long n) {
        for (long i = 0; i < n; i++) {
            empty += i & 7;
            AdHoc.event(1);
        }
    }

    private static void deep(int frames, long n) {
        if (frames > 0) {
            deep(frames - 1, n);
        } else {
            events(n);
        }
    }

    // A line for each depth, or the stacks would be recursion, and folded into few.
    private static Object zero(int bits, int depth) {
        switch (depth) {
            case 0: return path(bits, 0);
            case 1: return path(bits, 1);
            case 2: return path(bits, 2);
            case 3: return path(bits, 3);
            case 4: return path(bits, 4);
            case 5: return path(bits, 5);
            case 6: return path(bits, 6);
            case 7: return path(bits, 7);
            case 8: return path(bits, 8);
            case 9: return path(bits, 9);
            case 10: return path(bits, 10);
            case 11: return path(bits, 11);
            case 12: return path(bits, 12);
            default: return path(bits, 13);
        }
    }

    private static Object one(int bits, int depth) {
        switch (depth) {
            case 0: return path(bits, 0);
            case 1: return path(bits, 1);
            case 2: return path(bits, 2);
            case 3: return path(bits, 3);
            case 4: return path(bits, 4);
            case 5: return path(bits, 5);
            case 6: return path(bits, 6);
            case 7: return path(bits, 7);
            case 8: return path(bits, 8);
            case 9: return path(bits, 9);
            case 10: return path(bits, 10);
            case 11: return path(bits, 11);
            case 12: return path(bits, 12);
            default: return path(bits, 13);
        }
    }

    private static Object path(int bits, int depth) {
        if (depth == 0) {
            return new byte[64];
        }
        return (bits & 1) == 0 ? zero(bits >> 1, depth - 1) : one(bits >> 1, depth - 1);
    }

    public static void main(String[] args) {
        int turns = Integer.parseInt(args[0]);
        int sites = Integer.parseInt(args[1]);
        print("a loop without an event", 1, "ns", InProcess::emptyLoop, turns);
        print("AdHoc.event, nothing records", 1, "ns", InProcess::events, turns);
        try (Profiler profiler = Profiler.builder().adHoc().testing().start()) {
            // main, print, the lambda and this loop are frames, too.
            print("AdHoc.event, recorded, at 20 frames", 1, "ns", n -> deep(14, n),
                    turns / 1000);
        }
        try (Profiler profiler = Profiler.builder().heap().adHoc().testing().start()) {
            kept = new Object[sites];
            for (int i = 0; i < sites; i++) {
                kept[i] = path(i, PATH);
            }
            print("stats(), " + sites + " sites", 1e6, "ms", n -> sink = profiler.stats(), 1);
            print("settledStats()", 1e6, "ms", n -> sink = profiler.settledStats(), 1);
            print("snapshot()", 1e6, "ms", n -> sink = profiler.snapshot(), 1);
            print("snapshot(Unit.AD_HOC), empty", 1e6, "ms",
                    n -> sink = profiler.snapshot(Unit.AD_HOC), 1);
        }
    }
}
