// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CountDownLatch;

/** One way in which blocks stay, or only seem to. */
public interface LeakCase {
    /** How many Payloads one call of work() makes, where a case does not say otherwise. */
    int N = 100;

    default void setUp() throws Exception {}

    /** One repetition. Returns when everything that it began has come to its rest. */
    void work() throws Exception;

    /** Lets go of all that work() left, so that the next case finds the JVM as it was. */
    void tearDown() throws Exception;

    /** Waits until the latch is opened or the thread is interrupted. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
