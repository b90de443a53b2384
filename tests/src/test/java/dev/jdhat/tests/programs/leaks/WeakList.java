// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** A list of weak references, cleared ones removed. None of 100 Payloads stays: no leak. */
public final class WeakList implements LeakCase {
    private final List<WeakReference<Payload>> list = new ArrayList<>();

    @Override
    public void work() {
        list.removeIf(reference -> reference.get() == null);
        for (int i = 0; i < N; i++) list.add(new WeakReference<>(new Payload()));
    }

    @Override
    public void tearDown() {
        list.clear();
    }
}
