// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.AdHoc;
import dev.jdhat.Profiler;
import dev.jdhat.profile.Unit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * 32 threads allocate, emit ad hoc events, open windows and take snapshots at once, so many rounds
 * (the argument). Per thread and round: 100 blocks, 10 events of 3 units, one window of its own
 * with 10 more blocks, and in every eighth thread a snapshot and stats.
 * Expected: all of it counted, to the block.
 */
public final class Crowd {
    private static final AdHoc.Kind KIND = AdHoc.kind("step");
    private static final AtomicLong WRONG = new AtomicLong();

    private Crowd() {}

    private static void body(Profiler all, int thread, int rounds) {
        for (int round = 0; round < rounds; round++) {
            Blocks.make(100, 24 + 8 * thread);
            for (int i = 0; i < 10; i++) KIND.event(3);
            try (Profiler mine = Profiler.builder().testing().heap().include(Blocks.NAME)
                    .thisThreadOnly().start()) {
                Blocks.make(10, 24);
                WRONG.addAndGet(mine.stats().totalBlocks() == 10 ? 0 : 1);
            }
            if (thread % 8 == 0) {
                WRONG.addAndGet(all.stats().totalBlocks() > 0 ? 0 : 1);
                WRONG.addAndGet(all.snapshot(Unit.AD_HOC).points().isEmpty() ? 1 : 0);
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        try (Profiler all = Profiler.builder().testing().heap().adHoc().start();
                Profiler blocks = Profiler.builder().testing().include(Blocks.NAME).start()) {
            Thread[] threads = new Thread[32];
            for (int t = 0; t < threads.length; t++) {
                int thread = t;
                threads[t] = new Thread(() -> body(all, thread, rounds));
                threads[t].start();
            }
            for (Thread thread : threads) thread.join();
            System.out.println(WRONG + " wrong");
            System.out.println(blocks.stats().totalBlocks() / rounds + " blocks a round");
            System.out.println(all.adHocStats().totalUnits() / rounds + " units a round");
        }
    }
}
