// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

/** A figure of a site that an expression can compare, in the unit of its kind. */
public enum Measure {
    /** Allocated over the run. */
    TOTAL("total", Kind.BYTES),
    TOTAL_BLOCKS("total.blocks", Kind.BLOCKS),
    /** At t-gmax. */
    PEAK("peak", Kind.BYTES),
    PEAK_BLOCKS("peak.blocks", Kind.BLOCKS),
    /** Live at the end of the profile; {@code live} is another word for it. */
    END("end", Kind.BYTES),
    END_BLOCKS("end.blocks", Kind.BLOCKS),
    /** At the site's own largest. */
    MAX("max", Kind.BYTES),
    MAX_BLOCKS("max.blocks", Kind.BLOCKS),
    /** Mean size of a block. */
    SIZE("size", Kind.BYTES),
    /** Mean lifetime of a block. */
    LIFETIME("lifetime", Kind.MICROS),
    /** The greatest age of a block that is live at the end. */
    AGE("age", Kind.COLLECTIONS),
    /** Blocks that were dead at the first collection that examined them, of all. */
    TEMPORARY("temporary", Kind.PERCENT);

    /** What a figure is a number of. */
    public enum Kind {
        BYTES,
        BLOCKS,
        MICROS,
        COLLECTIONS,
        PERCENT
    }

    private final String word;
    private final Kind kind;

    Measure(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** As expressions have it. */
    public String word() {
        return word;
    }

    public Kind kind() {
        return kind;
    }
}
