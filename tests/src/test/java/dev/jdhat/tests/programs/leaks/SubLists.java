// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.List;

/**
 * The first element of a list is kept as a subList(), which keeps the list. 100 of 100 Payloads
 * stay, where 1 would: a leak.
 */
public final class SubLists implements LeakCase {
    private final List<List<Payload>> firsts = new ArrayList<>();

    @Override
    public void work() {
        List<Payload> all = new ArrayList<>();
        for (int i = 0; i < N; i++) all.add(new Payload());
        firsts.add(all.subList(0, 1));
    }

    @Override
    public void tearDown() {
        firsts.clear();
    }
}
