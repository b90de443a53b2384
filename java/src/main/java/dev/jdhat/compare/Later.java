// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import java.util.function.Supplier;

/** A value that is computed when it is asked for first, and once; for any thread. */
final class Later<T> {
    private final Supplier<T> how;
    private T value;

    /** @param how makes the value, which is not null */
    Later(Supplier<T> how) {
        this.how = how;
    }

    synchronized T get() {
        if (value == null) {
            value = how.get();
        }
        return value;
    }
}
