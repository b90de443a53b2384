// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import dev.jdhat.junit.HeapAssert;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/**
 * Six threads assert at once, each about its own work: leaksNothing() of work that keeps one
 * Payload per run in every other thread and drops it in the rest. Prints what each hears.
 */
public final class SideBySide {
    private static final int THREADS = 6;
    private static final CyclicBarrier START = new CyclicBarrier(THREADS);

    private SideBySide() {}

    private static String hear(boolean keeps) {
        List<Payload> kept = new ArrayList<>(100);
        try {
            START.await();
            HeapAssert.that(() -> {
                Payload payload = new Payload();
                if (keeps) kept.add(payload);
            }).repeating(10).leaksNothing();
            return "nothing";
        } catch (AssertionError e) {
            return e.getMessage().lines().findFirst().orElse("");
        } catch (Exception e) {
            return e.toString();
        }
    }

    public static void main(String[] args) throws InterruptedException {
        String[] heard = new String[THREADS];
        Thread[] threads = new Thread[THREADS];
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            threads[t] = new Thread(() -> heard[thread] = hear(thread % 2 == 0));
            threads[t].start();
        }
        for (Thread thread : threads) thread.join();
        for (String one : heard) System.out.println(one);
    }
}
