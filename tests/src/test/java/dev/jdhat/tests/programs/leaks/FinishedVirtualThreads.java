// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/** Virtual threads that end. None of 100 Payloads stays: no leak. */
public final class FinishedVirtualThreads implements LeakCase {
    @Override
    public void work() throws InterruptedException {
        for (int i = 0; i < N; i++) Virtual.start(new Payload()::touch).join();
    }

    @Override
    public void tearDown() {}
}
