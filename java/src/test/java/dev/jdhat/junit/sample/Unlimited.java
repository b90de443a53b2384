// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit.sample;

import org.junit.jupiter.api.Test;

/** Run by HeapExtensionTest only; named so that the build does not run it. */
public class Unlimited {
    private Object last;

    @Test
    void nothing() {
        last = this;
    }

    @Test
    void twoKilobytes() {
        last = new byte[2_000];
    }
}
