// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.StackNumbers;

/** Numbers functions from 1 on, by the numbers of their texts, and tells of new ones. */
final class FunctionNumbering {
    /** A function is a name and a file, kept as a stack of two is. */
    private final StackNumbers functions = new StackNumbers();
    private final WhenNew whenNew;

    /** Is told of each function when it comes first, in the order of the numbers. */
    interface WhenNew {
        void accept(int name, int file);
    }

    FunctionNumbering(WhenNew whenNew) {
        this.whenNew = whenNew;
    }

    int of(int name, int file) {
        int before = functions.size();
        int number = functions.of(new int[] {name, file});
        if (number == before) {
            whenNew.accept(name, file);
        }
        return 1 + number;
    }
}
