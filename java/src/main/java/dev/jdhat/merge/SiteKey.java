// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import java.util.Arrays;

/**
 * Which site it is: its frames, by their numbers in {@link FrameNumbers}, of which the leaf names
 * the class. Its hash is stable: it is made of the texts, so it is the same in every JVM and
 * version. Sites with equal hashes are told apart by their frames; so a collision costs time and
 * nothing else.
 */
final class SiteKey {
    private final int[] frames;
    private final long hash;

    /** @param hash of their texts */
    SiteKey(int[] frames, long hash) {
        this.frames = frames;
        this.hash = hash;
    }

    int[] frames() {
        return frames;
    }

    long hash() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteKey && ((SiteKey) other).hash == hash
                && Arrays.equals(((SiteKey) other).frames, frames);
    }

    @Override
    public int hashCode() {
        return (int) hash;
    }
}
