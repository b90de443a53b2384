// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.FrameNumbers;
import java.util.List;
import java.util.function.Consumer;

/** Numbers texts, as frames of stacks, in the order in which they come, and tells of new ones. */
final class TextNumbering {
    private final FrameNumbers frames = new FrameNumbers();
    private final int first;
    private final Consumer<String> whenNew;
    private int told;

    /**
     * @param first the number of the first one
     * @param whenNew is told of each text when it comes first, in the order of the numbers
     */
    TextNumbering(int first, Consumer<String> whenNew) {
        this.first = first;
        this.whenNew = whenNew;
    }

    /** The numbers of all frames of a stack, leaf first. */
    int[] of(List<String> stack) {
        return of(stack, 0);
    }

    /** The same without some frames at its beginning. */
    int[] of(List<String> stack, int without) {
        int[] numbers = frames.of(stack, without);
        tell();
        for (int i = 0; first != 0 && i < numbers.length; i++) {
            numbers[i] += first;
        }
        return numbers;
    }

    int of(String text) {
        int number = frames.of(text);
        tell();
        return first + number;
    }

    private void tell() {
        while (told < frames.size()) {
            whenNew.accept(frames.text(told++));
        }
    }
}
