// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

/** An expression that cannot be read. The message names what is wrong, where, and the way out. */
public final class FilterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int position;

    FilterException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** The first character that is wrong, from 0; the length of the expression at its end. */
    public int position() {
        return position;
    }
}
