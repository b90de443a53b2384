// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** The garbage collector of the target; the order is that of the format's numbers. */
public enum Collector {
    UNKNOWN("unknown"),
    SERIAL("Serial"),
    PARALLEL("Parallel"),
    G1("G1"),
    ZGC("ZGC"),
    GENERATIONAL_ZGC("generational ZGC"),
    SHENANDOAH("Shenandoah"),
    GENERATIONAL_SHENANDOAH("generational Shenandoah"),
    EPSILON("Epsilon");

    private final String text;

    Collector(String text) {
        this.text = text;
    }

    /** The name as people write it. */
    public String text() {
        return text;
    }

    static Collector of(long number) {
        return number < values().length ? values()[(int) number] : UNKNOWN;
    }
}
