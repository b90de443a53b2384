// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.HeapStats;
import dev.jdhat.Profiler;
import dev.jdhat.ProfilerBuilder;

/**
 * A profiler in a session that somebody else may have started: 5 blocks before, 10 within, 7
 * after. Argument: `exact`, `any` interval or `virtual` (on a virtual thread, which is refused).
 */
public final class Guest {
    private Guest() {}

    static void profile(ProfilerBuilder builder) {
        Blocks.make(5, 1000);
        try (Profiler profiler = builder.include(Blocks.NAME).quiet().withoutReport().start()) {
            Blocks.make(10, 1000);
            System.out.println("window " + profiler.stats().totalBlocks());
        }
        Blocks.make(7, 1000);
    }

    static void onVirtualThread() throws Exception {
        Thread thread = (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class)
                .invoke(null, (Runnable) () -> Say.refused(
                        () -> Profiler.builder().testing().thisThreadOnly().start()));
        thread.join();
    }

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "exact":
                Say.refused(() -> profile(Profiler.builder().exact()));
                break;
            case "virtual":
                onVirtualThread();
                break;
            default:
                profile(Profiler.builder());
        }
        Say.refused(() -> System.out.println("session " + HeapStats.get().exact()));
    }
}
