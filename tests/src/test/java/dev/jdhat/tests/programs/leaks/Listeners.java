// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.List;

/** Listeners are added to a list and never removed. 100 of 100 Payloads stay: a leak. */
public final class Listeners implements LeakCase {
    private final List<Runnable> listeners = new ArrayList<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) listeners.add(new Payload()::touch);
    }

    @Override
    public void tearDown() {
        listeners.clear();
    }
}
