// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Numbers things in the order in which they come, each once. */
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final int first;
    private final Consumer<T> whenNew;

    /**
     * @param first the number of the first one
     * @param whenNew is told of each thing when it comes first, in the order of the numbers; it
     *         must not number things here itself
     */
    Numbering(int first, Consumer<T> whenNew) {
        this.first = first;
        this.whenNew = whenNew;
    }

    int of(T thing) {
        int number = first + numbers.size();
        Integer known = numbers.putIfAbsent(thing, number);
        if (known != null) {
            return known;
        }
        whenNew.accept(thing);
        return number;
    }
}
