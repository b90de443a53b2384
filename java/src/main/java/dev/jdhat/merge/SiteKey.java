// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.merge;

import java.util.List;

/**
 * Which site it is: the texts of its frames, of which the leaf names the class. Its hash is stable:
 * 64-bit FNV-1a over {@link String#hashCode} of each frame, leaf first, which the Java language
 * defines, so it is the same in every JVM and version. Sites with equal hashes are told apart by
 * their texts; so a collision costs time and nothing else.
 */
final class SiteKey {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final List<String> frames;
    private final long hash;

    SiteKey(List<String> frames) {
        this.frames = frames;
        hash = hash(frames);
    }

    private static long hash(List<String> frames) {
        long hash = BASIS;
        for (int i = 0; i < frames.size(); i++) {
            int text = frames.get(i).hashCode();
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                hash = (hash ^ text >>> shift & 0xff) * PRIME;
            }
        }
        return hash;
    }

    long hash() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteKey && ((SiteKey) other).hash == hash
                && ((SiteKey) other).frames.equals(frames);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash);
    }
}
