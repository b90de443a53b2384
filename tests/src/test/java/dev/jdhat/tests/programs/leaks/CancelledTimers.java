// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Timers are cancelled, without removeOnCancel. None of 100 Payloads stays, but the queue keeps
 * all 100 ScheduledFutureTasks: a leak of nodes.
 */
public final class CancelledTimers implements LeakCase {
    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, Pool::daemon);

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            ScheduledFuture<?> timer = timers.schedule(new Payload()::touch, 1, TimeUnit.HOURS);
            Births.note(timer).cancel(false);
        }
    }

    @Override
    public void tearDown() throws InterruptedException {
        Pool.end(timers);
    }
}
