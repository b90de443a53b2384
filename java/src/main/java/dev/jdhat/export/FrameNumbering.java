// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.FrameTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers the frames of stacks in the order in which they come, each text once. Where frames have
 * numbers already, as those of a file have, a text is looked up once and not at each stack.
 */
final class FrameNumbering {
    private static final int NONE = -1;

    private final Numbering<String> texts;
    /** The first one that was met; whoever has several pays for the others. */
    private FrameTable table;
    private int[] ofTable = {};

    /**
     * @param first the number of the first one
     * @param whenNew is told of each text when it comes first, in the order of the numbers
     */
    FrameNumbering(int first, Consumer<String> whenNew) {
        texts = new Numbering<>(first, whenNew);
    }

    /** The numbers of all frames of a stack, leaf first. */
    int[] of(List<String> stack) {
        return of(stack, 0);
    }

    /** The same without some frames at its beginning. */
    int[] of(List<String> stack, int without) {
        int[] numbers = new int[stack.size() - without];
        boolean known = isOfTable(stack);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = known ? ofTable(FrameTable.frame(stack, without + i))
                    : of(stack.get(without + i));
        }
        return numbers;
    }

    int of(String text) {
        return texts.of(text);
    }

    private boolean isOfTable(List<String> stack) {
        FrameTable from = FrameTable.of(stack);
        if (table == null && from != null) {
            table = from;
            ofTable = new int[from.size()];
            Arrays.fill(ofTable, NONE);
        }
        return from != null && from == table;
    }

    private int ofTable(int frame) {
        if (ofTable[frame] == NONE) {
            ofTable[frame] = of(table.text(frame));
        }
        return ofTable[frame];
    }
}
