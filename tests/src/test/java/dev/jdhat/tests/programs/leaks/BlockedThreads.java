// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/**
 * Platform threads wait for ever, each with a Payload on its stack. 20 of 20 Payloads stay: a
 * leak, of threads as well.
 */
public final class BlockedThreads implements LeakCase {
    private final Waiters waiters = new Waiters();

    @Override
    public void work() {
        waiters.start(20, task -> Pool.daemon(task).start());
    }

    @Override
    public void tearDown() throws InterruptedException {
        waiters.end();
    }
}
