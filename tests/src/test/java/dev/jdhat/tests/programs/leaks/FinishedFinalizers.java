// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/**
 * Objects with a finaliser that does its work: dead at the second collection. None of 100 Payloads
 * stays: no leak.
 */
public final class FinishedFinalizers implements LeakCase {
    static final class Quick {
        private final Payload payload = new Payload();

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            payload.touch();
        }
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) new Quick();
    }

    @Override
    public void tearDown() {}
}
