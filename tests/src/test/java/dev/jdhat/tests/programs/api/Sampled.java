// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.HeapStats;
import dev.jdhat.Profiler;

/**
 * 400,000 blocks of 64 bytes, sampled every 4,096. Prints by how many of its standard errors the
 * estimate of each total is off the truth, and the relative error.
 */
public final class Sampled {
    private Sampled() {}

    public static void main(String[] args) {
        try (Profiler profiler = Profiler.builder().testing().interval(4096).include(Blocks.NAME)
                .start()) {
            Blocks.make(400_000, 64);
            HeapStats stats = profiler.stats();
            System.out.println(Math.abs(stats.totalBlocks() - 400_000) / stats.totalBlocksError());
            System.out.println(Math.abs(stats.totalBytes() - 25_600_000) / stats.totalBytesError());
            System.out.println(stats.totalBytesError() / stats.totalBytes());
            System.out.println(stats.exact());
        }
    }
}
