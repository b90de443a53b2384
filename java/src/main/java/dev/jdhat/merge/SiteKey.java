// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import java.util.List;

/**
 * Which site it is: the texts of its frames, of which the leaf names the class. Its hash is stable:
 * it is made of {@link String#hashCode} of each frame, leaf first, which is specified, so it is the
 * same in every JVM and version. Sites with equal hashes are told apart by their texts; so a
 * collision costs time and nothing else.
 */
final class SiteKey {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final List<String> frames;
    private final long hash;

    SiteKey(List<String> frames) {
        this.frames = frames;
        hash = hash(frames);
    }

    /** A polynomial; its high bits, which depend on all frames, are folded into the low ones. */
    private static long hash(List<String> frames) {
        long hash = BASIS;
        for (int i = 0; i < frames.size(); i++) {
            hash = hash * FACTOR + frames.get(i).hashCode();
        }
        return hash ^ hash >>> 32;
    }

    long hash() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteKey && ((SiteKey) other).hash == hash
                && equal(((SiteKey) other).frames, frames);
    }

    /** Without iterators: texts are mostly the same instances, so the loop is all there is. */
    private static boolean equal(List<String> a, List<String> b) {
        boolean equal = a.size() == b.size();
        for (int i = 0; equal && i < a.size(); i++) {
            equal = a.get(i).equals(b.get(i));
        }
        return equal;
    }

    @Override
    public int hashCode() {
        return (int) hash;
    }
}
