// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CompletableFuture;

/**
 * anyOf() a future that never completes and one that does; once it has, the action leaves the
 * first. None of 100 Payloads stays: no leak.
 */
public final class AnyOfFutures implements LeakCase {
    private final CompletableFuture<Object> shared = new CompletableFuture<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            CompletableFuture<Object> done = new CompletableFuture<>();
            CompletableFuture.anyOf(shared, done).thenAccept(new Payload()::take);
            done.complete("done");
        }
    }

    @Override
    public void tearDown() {
        shared.complete("end");
    }
}
