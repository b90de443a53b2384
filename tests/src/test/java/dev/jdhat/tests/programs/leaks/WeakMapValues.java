// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** A WeakHashMap whose values refer to their keys. 100 of 100 Payloads stay: a leak. */
public final class WeakMapValues implements LeakCase {
    private final Map<Payload, Object> map = new WeakHashMap<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            Payload payload = new Payload();
            map.put(payload, List.of(payload));
        }
    }

    @Override
    public void tearDown() {
        map.clear();
    }
}
