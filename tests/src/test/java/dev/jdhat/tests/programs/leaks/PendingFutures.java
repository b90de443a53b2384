// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Requests wait in a map for answers that never come. 100 of 100 Payloads stay: a leak. */
public final class PendingFutures implements LeakCase {
    private final Map<Long, CompletableFuture<Object>> pending = new HashMap<>();
    private long id;

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            answer.thenAccept(new Payload()::take);
            pending.put(id++, answer);
        }
    }

    @Override
    public void tearDown() {
        pending.clear();
    }
}
