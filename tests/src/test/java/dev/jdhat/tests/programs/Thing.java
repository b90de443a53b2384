// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/** A block of a class of its own: 24 bytes, whether class pointers are compressed or not. */
public final class Thing implements Cloneable {
    /** Where programs put what must not be optimised away. */
    public static volatile Object sink;

    final long value;

    public Thing() {
        this(0);
    }

    public Thing(long value) {
        this.value = value;
    }

    Thing twin() {
        try {
            return (Thing) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
