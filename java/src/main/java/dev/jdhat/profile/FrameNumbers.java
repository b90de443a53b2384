// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;
import java.util.List;

/**
 * Texts of the frames of any profiles, each once and with a number: 0, 1 and so on in the order in
 * which they come. The frames of profiles that were read from files have numbers already: each text
 * is looked up once for all that were read into the same {@link FrameTexts}, and not once a stack.
 * For one thread.
 */
public final class FrameNumbers {
    private static final int NOT_YET = -1;

    private final TextNumbers texts = new TextNumbers();
    /** The table that was met last, and the number here of each frame of it and of its like. */
    private FrameTable table;
    private int[] ofTable = {};

    /** Of nothing so far. */
    public FrameNumbers() {
    }

    /** The numbers of the frames of a stack, in their order. */
    public int[] of(List<String> stack) {
        return of(stack, 0);
    }

    /** The same without some frames at its beginning, which get no numbers. */
    public int[] of(List<String> stack, int without) {
        int[] frames = new int[stack.size() - without];
        FrameTable from = FrameTable.of(stack);
        if (from == null) {
            for (int i = 0; i < frames.length; i++) {
                frames[i] = of(stack.get(without + i));
            }
            return frames;
        }
        use(from);
        for (int i = 0; i < frames.length; i++) {
            int frame = FrameTable.frame(stack, without + i);
            if (ofTable[frame] == NOT_YET) {
                ofTable[frame] = of(from.text(frame));
            }
            frames[i] = ofTable[frame];
        }
        return frames;
    }

    private void use(FrameTable next) {
        int known = next.isNumberedAs(table) ? ofTable.length : 0;
        if (next.size() > known) {
            ofTable = Arrays.copyOf(ofTable, Math.max(next.size(), 2 * known));
            Arrays.fill(ofTable, known, ofTable.length, NOT_YET);
        }
        table = next;
    }

    /** The number of a text. */
    public int of(String text) {
        return texts.of(text);
    }

    /** How many texts there are so far. */
    public int size() {
        return texts.size();
    }

    public String text(int number) {
        return texts.get(number);
    }

    /** The texts so far; what is numbered later is not in it. */
    public FrameTable table() {
        return new FrameTable(texts, texts.things(), texts.size());
    }
}
