// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.HeapStats;
import dev.jdhat.Profiler;

/**
 * The program of dhat-rs's tests/heap.rs, in bytes a hundredfold, settled after each step. Made
 * before the start: one block, freed meanwhile. Then 10 blocks of 1,600 one at a time, 100,000,
 * 40,000 and 3,200; the first of them is dropped; 5,600 is made and dropped.
 * Expected: total 164,800 in 14; current 43,200 in 2; max and live peak 143,200 in 3.
 */
public final class Peaks {
    private Peaks() {}

    static void run(Profiler profiler) {
        Blocks.a = null;
        profiler.settle();
        for (int i = 0; i < 10; i++) {
            Blocks.a = Blocks.of(1600);
            profiler.settle();
            Blocks.a = null;
            profiler.settle();
        }
        Blocks.a = Blocks.of(100_000);
        Blocks.b = Blocks.of(40_000);
        Blocks.c = Blocks.of(3200);
        profiler.settle();
        Blocks.a = null;
        profiler.settle();
        Blocks.a = Blocks.of(5600);
        profiler.settle();
        Blocks.a = null;
    }

    public static void main(String[] args) {
        Blocks.a = Blocks.of(70_000);
        try (Profiler profiler = Profiler.builder().testing().include(Blocks.NAME).start()) {
            System.out.println(profiler.stats());
            run(profiler);
            HeapStats stats = profiler.settledStats();
            System.out.println(stats);
            Blocks.a = Blocks.of(48);
            System.out.println(profiler.settledStats().minus(stats));
            System.out.println(stats.exact());
        }
    }
}
