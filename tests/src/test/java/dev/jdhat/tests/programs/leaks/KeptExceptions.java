// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.List;

/** Exceptions are collected in a list. 100 of 100 Payloads stay: a leak. */
public final class KeptExceptions implements LeakCase {
    private final List<Exception> failures = new ArrayList<>();

    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        final transient Payload payload = new Payload();
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            try {
                throw new Failure();
            } catch (Failure e) {
                failures.add(e);
            }
        }
    }

    @Override
    public void tearDown() {
        failures.clear();
    }
}
