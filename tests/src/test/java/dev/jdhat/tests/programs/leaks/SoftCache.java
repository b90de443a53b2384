// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A cache behind a soft reference. 100 of 100 Payloads stay as long as there is memory: no leak.
 */
public final class SoftCache implements LeakCase {
    private SoftReference<List<Payload>> cache = new SoftReference<>(null);

    @Override
    public void work() {
        List<Payload> list = cache.get();
        if (list == null) {
            list = new ArrayList<>();
            cache = new SoftReference<>(list);
        }
        for (int i = 0; i < N; i++) list.add(new Payload());
    }

    @Override
    public void tearDown() {
        cache.clear();
    }
}
