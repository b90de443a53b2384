// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.ExecutorService;

/**
 * Executors of virtual threads that are never closed, and whose tasks never end. 100 of 100
 * Payloads stay: a leak.
 */
public final class OpenVirtualExecutors implements LeakCase {
    private final Waiters waiters = new Waiters();

    @Override
    public void work() {
        ExecutorService executor = Virtual.executor();
        waiters.start(N, executor::execute);
    }

    @Override
    public void tearDown() throws InterruptedException {
        waiters.end();
    }
}
