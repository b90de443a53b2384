// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.function.Consumer;

/**
 * Who hears of the blocks that are made. Nobody does unless CorpusTruth counts: what it needs for
 * that would be survivors, too.
 */
final class Births {
    private static volatile Consumer<Object> listener;

    private Births() {}

    static void tell(Consumer<Object> to) {
        listener = to;
    }

    static <T> T note(T block) {
        Consumer<Object> to = listener;
        if (to != null) to.accept(block);
        return block;
    }
}
