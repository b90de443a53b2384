// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A timeout of an hour on futures that complete at once, which cancels it. None of 100 Payloads
 * stays: no leak.
 */
public final class OrTimeout implements LeakCase {
    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            new CompletableFuture<Payload>().orTimeout(1, TimeUnit.HOURS).complete(new Payload());
        }
    }

    @Override
    public void tearDown() {}
}
