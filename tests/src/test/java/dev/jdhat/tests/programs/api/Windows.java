// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.Profiler;
import dev.jdhat.ProfilerBuilder;
import java.util.concurrent.CyclicBarrier;

/**
 * Windows that nest, overlap and run side by side. `nested`: 100 blocks, in an inner one 10 of
 * them, then one profiler is closed before the one that was opened in it. `threads`: 8 threads at
 * once, each with a window of its own in which it makes 1,000 blocks of a size of its own, 5 times.
 */
public final class Windows {
    private Windows() {}

    private static ProfilerBuilder mine() {
        return Profiler.builder().testing().include(Blocks.NAME).thisThreadOnly();
    }

    static void nested() throws InterruptedException {
        Profiler all = Profiler.builder().testing().include(Blocks.NAME).start();
        Profiler outer = mine().start();
        Blocks.make(50, 1000);
        Profiler inner = mine().start();
        Blocks.make(10, 1000);
        Thread other = new Thread(() -> Blocks.make(7, 1000));
        other.start();
        other.join();
        System.out.println("inner " + inner.stats().totalBlocks());
        outer.close();
        Blocks.make(40, 1000);
        System.out.println("inner " + inner.stats().totalBlocks());
        inner.close();
        Blocks.make(3, 1000);
        System.out.println("all " + all.stats().totalBlocks());
        all.close();
    }

    private static long once(CyclicBarrier barrier, int size) {
        try (Profiler profiler = mine().start()) {
            barrier.await();
            Blocks.make(1000, size);
            barrier.await();
            return profiler.stats().totalBytes() - 1000L * size;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void threads() throws InterruptedException {
        Profiler all = Profiler.builder().testing().include(Blocks.NAME).start();
        CyclicBarrier barrier = new CyclicBarrier(8);
        long[] wrong = new long[8];
        Thread[] threads = new Thread[8];
        for (int t = 0; t < 8; t++) {
            int mine = t;
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 5; i++) wrong[mine] |= once(barrier, 24 + 8 * mine);
            });
            threads[t].start();
        }
        for (Thread thread : threads) thread.join();
        for (int t = 0; t < 8; t++) System.out.println("off by " + wrong[t]);
        System.out.println("all " + all.stats().totalBlocks());
        all.close();
    }

    public static void main(String[] args) throws InterruptedException {
        if (args[0].equals("nested")) nested(); else threads();
    }
}
