// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.List;
import java.util.Objects;

/** What came of one question; immutable. */
final class Verdict {
    private final String kind;
    private final long bytes;
    private final long blocks;
    private final String limit;
    private final List<String> failure;

    /** Failure: the lines of its message; empty when it passed. */
    Verdict(String kind, long bytes, long blocks, String limit, List<String> failure) {
        this.kind = Objects.requireNonNull(kind);
        this.bytes = bytes;
        this.blocks = blocks;
        this.limit = Objects.requireNonNull(limit);
        this.failure = List.copyOf(failure);
    }

    /**
     * As in the index: {@code allocated}, {@code allocated blocks}, {@code peak}, {@code leaked},
     * {@code baseline}, {@code profile}.
     */
    String kind() {
        return kind;
    }

    long bytes() {
        return bytes;
    }

    long blocks() {
        return blocks;
    }

    /** As a person reads it; empty when there is none. */
    String limit() {
        return limit;
    }

    boolean passed() {
        return failure.isEmpty();
    }

    List<String> failure() {
        return failure;
    }
}
