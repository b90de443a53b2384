// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.Profiler;

/**
 * A profiler that writes its report: 10 blocks of 1,000 of which one is kept, and 3 of 5,000 in
 * another method, all kept. Blocks before and after it do not count.
 * Expected: total 25,000 in 13; t-gmax and t-end 16,000 in 4.
 */
public final class Written {
    private Written() {}

    static Object[] kept() {
        Object[] all = new Object[3];
        for (int i = 0; i < 3; i++) all[i] = Blocks.of(5000);
        return all;
    }

    public static void main(String[] args) {
        Blocks.make(5, 3000);
        try (Profiler profiler = Profiler.builder().exact().include(Blocks.NAME).trim(2)
                .file("written.jdhat").report("reports/written.json").start()) {
            Blocks.make(10, 1000);
            Blocks.b = kept();
            System.out.println(profiler.stats().totalBlocks());
        }
        Blocks.make(5, 3000);
    }
}
