// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import dev.jdhat.Profiler;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * 100 virtual threads that allocate, park and are forgotten. Prints how many of them are collected,
 * with an argument while every block is seen. Wants -Djdk.trackAllThreads=false.
 */
public final class AbandonedThreads {
    private AbandonedThreads() {}

    private static void park(CountDownLatch begun) {
        Payload payload = new Payload();
        begun.countDown();
        while (begun.getCount() >= 0) LockSupport.park();
        payload.touch();
    }

    private static List<WeakReference<Thread>> abandon() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(100);
        List<WeakReference<Thread>> threads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            threads.add(new WeakReference<>(Virtual.start(() -> park(begun))));
        }
        begun.await();
        // One that has only begun is still carried, and so not abandoned.
        while (threads.stream().anyMatch(AbandonedThreads::isRunning)) Thread.onSpinWait();
        return threads;
    }

    private static boolean isRunning(WeakReference<Thread> reference) {
        Thread thread = reference.get();
        return thread != null && thread.getState() != Thread.State.WAITING;
    }

    private static long collected(List<WeakReference<Thread>> threads) {
        return threads.stream().filter(thread -> thread.get() == null).count();
    }

    private static void count() throws InterruptedException {
        List<WeakReference<Thread>> threads = abandon();
        // What carried the last one may hold it for a moment longer.
        for (int i = 0; i < 20 && collected(threads) < threads.size(); i++) System.gc();
        System.out.println(collected(threads));
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0) {
            count();
        } else {
            try (Profiler profiler = Profiler.builder().testing().start()) {
                profiler.settle();
                count();
            }
        }
        System.exit(0);
    }
}
