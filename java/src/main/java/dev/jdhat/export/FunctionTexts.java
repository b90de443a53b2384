// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

/** A function, by the numbers of its texts. */
final class FunctionTexts {
    /** Spreads neighbours; the numbers of the two texts are often near each other. */
    private static final int SPREAD = 0x9e3779b9;

    private final int name;
    private final int file;

    FunctionTexts(int name, int file) {
        this.name = name;
        this.file = file;
    }

    int name() {
        return name;
    }

    int file() {
        return file;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionTexts && ((FunctionTexts) other).name == name
                && ((FunctionTexts) other).file == file;
    }

    @Override
    public int hashCode() {
        return name * SPREAD + file;
    }
}
