// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.List;

/**
 * Texts of frames, each once and with a number. Profiles that are read into the same texts share
 * their memory, and whoever compares their stacks compares numbers. They are kept as long as one of
 * the profiles is. For any threads; which number a text gets depends on who comes first.
 */
public final class FrameTexts {
    private final TextNumbers texts = new TextNumbers();

    /** Of nothing so far. */
    public FrameTexts() {
    }

    /** The numbers of some texts, in their order; all at once, for it takes a lock. */
    public synchronized int[] numbers(List<String> some) {
        return some.stream().mapToInt(texts::of).toArray();
    }

    /** The texts so far by their numbers. */
    public synchronized FrameTable table() {
        return new FrameTable(this, texts.things(), texts.size());
    }
}
