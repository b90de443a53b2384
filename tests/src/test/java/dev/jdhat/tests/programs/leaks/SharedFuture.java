// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CompletableFuture;

/**
 * Everyone adds an action to one future that never completes. 100 of 100 Payloads stay: a leak.
 */
public final class SharedFuture implements LeakCase {
    private final CompletableFuture<Object> shared = new CompletableFuture<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) shared.thenAccept(new Payload()::take);
    }

    @Override
    public void tearDown() {
        shared.complete("end");
    }
}
