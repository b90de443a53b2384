// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.Objects;

/** What one site has spent, as a message lists it; immutable. */
final class Spent {
    private final String type;
    private final String at;
    private final String leaf;
    private final long bytes;
    private final long blocks;

    Spent(String type, String at, String leaf, long bytes, long blocks) {
        this.type = Objects.requireNonNull(type);
        this.at = Objects.requireNonNull(at);
        this.leaf = Objects.requireNonNull(leaf);
        this.bytes = bytes;
        this.blocks = blocks;
    }

    /** Class of the blocks; empty when unknown. */
    String type() {
        return type;
    }

    /** The first frame that is not the JDK's. */
    String at() {
        return at;
    }

    /** The frame that allocated: {@link #at} or one of the JDK. */
    String leaf() {
        return leaf;
    }

    long bytes() {
        return bytes;
    }

    long blocks() {
        return blocks;
    }

    /** The sum, at the site of the larger one. */
    Spent plus(Spent other) {
        Spent larger = other.bytes > bytes ? other : this;
        return new Spent(type, larger.at, larger.leaf, bytes + other.bytes, blocks + other.blocks);
    }

    /** A share of it, rounded up. */
    Spent per(long runs) {
        return new Spent(type, at, leaf, perRun(bytes, runs), perRun(blocks, runs));
    }

    static long perRun(long value, long runs) {
        return -Math.floorDiv(-value, runs);
    }

    /** {@code 640 bytes in 2 blocks  byte[]  at com.acme.Parser.read(Parser.java:42)}. */
    @Override
    public String toString() {
        return Text.figure(bytes, blocks) + "  " + place();
    }

    /** What and where, without how much. */
    String place() {
        StringBuilder text = new StringBuilder(type.isEmpty() ? "unknown class" : type);
        if (!Text.method(leaf).equals(Text.method(at))) {
            text.append("  by ").append(Text.method(leaf));
        }
        return text.append("  at ").append(Text.link(at)).toString();
    }
}
