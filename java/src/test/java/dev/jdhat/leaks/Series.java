// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Histories for tests: collections once a minute, all of them full unless told otherwise. */
final class Series {
    static final double MB = 1 << 20;

    private static final long MINUTE = 60_000_000;

    private Series() {
    }

    static HistoryClock clock(int size) {
        boolean[] full = new boolean[size];
        Arrays.fill(full, true);
        return clock(full);
    }

    static HistoryClock clock(boolean... full) {
        return HistoryClock.of(LongStream.rangeClosed(1, full.length).map(i -> i * MINUTE)
                .toArray(), full, IntStream.rangeClosed(1, full.length).asDoubleStream()
                .toArray());
    }

    static double[] mb(double... values) {
        return Arrays.stream(values).map(value -> value * MB).toArray();
    }

    /** Known exactly; what came since the collection before is what survives. */
    static LiveHistory exact(double... live) {
        double[] none = new double[live.length];
        double[] born = new double[live.length];
        for (int i = 0; i < live.length; i++) {
            born[i] = Math.max(0, live[i] - (i == 0 ? 0 : live[i - 1]));
        }
        return new LiveHistory(live, live, none, none, born);
    }

    /** Known exactly, with what survives of each span. */
    static LiveHistory surviving(double[] live, double[] born) {
        double[] none = new double[live.length];
        return new LiveHistory(live, live, none, none, born);
    }

    static ProgramPoint site(String name, double totalBytes, LiveHistory history) {
        long bytes = Math.round(totalBytes);
        double most = 0;
        for (int i = 0; i < history.size(); i++) {
            most = Math.max(most, history.high(i));
        }
        return ProgramPoint.builder().allocatedClass("byte[]")
                .frames(List.of("byte[] (class)", "a.Main." + name + " (Main.java:1)"))
                .total(Figure.of(bytes, 1_000)).atPeak(Figure.of(bytes, 1_000))
                .atEnd(Figure.of(bytes, 1_000)).max(Figure.of(Math.round(most), 1_000))
                .temporaryBlocks(990).survivorAges(new Ages(1, 8, 16)).history(history).build();
    }

    static LeakReport report(HistoryClock clock, ProgramPoint... sites) {
        return LeakReport.of(Profile.builder(ProfileInfo.builder().pid(4711).build())
                .points(List.of(sites)).historyClock(clock).build());
    }
}
