// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/** Virtual threads wait for a latch that is never opened. 100 of 100 Payloads stay: a leak. */
public final class ParkedVirtualThreads implements LeakCase {
    private final Waiters waiters = new Waiters();

    @Override
    public void work() {
        waiters.start(N, Virtual::start);
    }

    @Override
    public void tearDown() throws InterruptedException {
        waiters.end();
    }
}
