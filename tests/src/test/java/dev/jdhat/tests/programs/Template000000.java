// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.util.function.Supplier;

/** What {@link ManyClasses} makes its classes of: the digits are replaced in the class file. */
public final class Template000000 implements Supplier<Object> {
    /** A block of this class, 16 bytes. */
    @Override
    public Object get() {
        return new Template000000();
    }
}
