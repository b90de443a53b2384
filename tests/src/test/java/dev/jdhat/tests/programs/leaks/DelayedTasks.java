// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tasks that are due in an hour. 100 of 100 Payloads stay: a leak. */
public final class DelayedTasks implements LeakCase {
    private final Remembered<Task> tasks = new Remembered<>();

    /** Nothing cancels what a delayed executor was given, so its end is to be empty. */
    static final class Task implements Runnable {
        volatile Payload payload = new Payload();

        @Override
        public void run() {
            payload.touch();
        }
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            Task task = new Task();
            CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(task);
            tasks.add(task);
        }
    }

    @Override
    public void tearDown() {
        tasks.release(task -> task.payload = null);
    }
}
