// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leak 2: a task parked for ever. An upload over its quota waits for a grant that nobody gives, and
 * the stack of its thread holds the body all that time.
 */
final class QuotaGate {
    static final int BODY_LENGTH = 64 * 1024;

    private final Workers workers;
    private final CountDownLatch grant = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    QuotaGate(Workers workers) {
        this.workers = workers;
    }

    /** Returns when the body is held; the task goes on waiting. */
    void waitForGrant() {
        CountDownLatch held = new CountDownLatch(1);
        workers.startThread(() -> park(held));
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void park(CountDownLatch held) {
        byte[] body = readBody();
        waiting.incrementAndGet();
        held.countDown();
        try {
            grant.await();
            body[0] = 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static byte[] readBody() {
        return new byte[BODY_LENGTH];
    }

    int waiting() {
        return waiting.get();
    }
}
