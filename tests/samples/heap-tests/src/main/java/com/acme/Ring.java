// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

/** The last numbers that were published. */
public final class Ring {
    private final long[] numbers = new long[64];
    private Object last;
    private int next;

    /** Allocates nothing. */
    public void publish(long number) {
        numbers[next++ & 63] = number;
    }

    /** Allocates a hidden Integer. */
    public void publishBoxed(int number) {
        last = number;
        next++;
    }

    public boolean isBoxed() {
        return last != null;
    }
}
