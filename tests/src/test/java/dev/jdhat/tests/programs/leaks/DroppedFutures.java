// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CompletableFuture;

/** Futures that never complete, and that nobody holds. None of 100 Payloads stays: no leak. */
public final class DroppedFutures implements LeakCase {
    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            answer.thenAccept(new Payload()::take);
        }
    }

    @Override
    public void tearDown() {}
}
