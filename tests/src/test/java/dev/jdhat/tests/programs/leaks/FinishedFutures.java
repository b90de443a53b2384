// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CompletableFuture;

/** Futures that complete. None of 100 Payloads stays: no leak. */
public final class FinishedFutures implements LeakCase {
    @Override
    public void work() {
        for (int i = 0; i < N; i++) CompletableFuture.supplyAsync(Payload::new).join().touch();
    }

    @Override
    public void tearDown() {}
}
