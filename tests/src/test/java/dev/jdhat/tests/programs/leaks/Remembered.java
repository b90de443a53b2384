// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a case has to release at its end and must not hold until then. */
final class Remembered<T> {
    private final List<WeakReference<T>> references = new ArrayList<>();

    void add(T object) {
        references.add(new WeakReference<>(object));
    }

    void release(Consumer<T> how) {
        for (WeakReference<T> reference : references) {
            T object = reference.get();
            if (object != null) how.accept(object);
        }
        references.clear();
    }
}
