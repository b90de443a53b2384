// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/**
 * Texts, each once and with a number: 0, 1 and so on in the order in which they come. For one
 * thread.
 */
public final class TextNumbers extends Numbers<String> {
    private static final int FACTOR = 0x9e3779b1;

    /** Of nothing so far. */
    public TextNumbers() {
        super(new String[16]);
    }

    @Override
    int hash(String text) {
        int hash = text.hashCode() * FACTOR;
        return hash ^ hash >>> 16;
    }

    @Override
    boolean same(String one, String other) {
        return one.equals(other);
    }
}
