// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import dev.jdhat.profile.FrameTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of the frames of all profiles, each once and with a number. The frames of a profile that
 * was read from a file have numbers already: each text is looked up once a file, and not once a
 * site.
 */
final class FrameNumbers {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    /** Of each text, side by side: texts are all over the memory. */
    private int[] hashes = new int[64];
    /** The table that was met last, and the number here of each of its frames. */
    private FrameTable table;
    private int[] ofTable = {};

    /**
     * The key of a stack. Its hash is a polynomial over {@link String#hashCode} of the frames, leaf
     * first; the high bits, which depend on all of them, are folded into the low ones.
     */
    SiteKey key(List<String> stack) {
        int[] frames = new int[stack.size()];
        FrameTable from = FrameTable.of(stack);
        if (from != null) {
            use(from);
        }
        long hash = BASIS;
        for (int i = 0; i < frames.length; i++) {
            frames[i] = from == null ? number(stack.get(i)) : ofTable[FrameTable.frame(stack, i)];
        }
        for (int frame : frames) {
            hash = hash * FACTOR + hashes[frame];
        }
        return new SiteKey(frames, hash ^ hash >>> 32);
    }

    private void use(FrameTable next) {
        if (next != table) {
            table = next;
            ofTable = new int[next.size()];
            for (int frame = 0; frame < ofTable.length; frame++) {
                ofTable[frame] = number(next.text(frame));
            }
        }
    }

    private int number(String text) {
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        if (texts.size() == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
        hashes[texts.size()] = text.hashCode();
        texts.add(text);
        return texts.size() - 1;
    }

    /** The texts so far; what is numbered later is not in it. */
    FrameTable table() {
        return new FrameTable(texts);
    }
}
