// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import java.util.Map;

/** Numbers with the units of a kind of figure: {@code 1.5MB}, {@code 3gc}, {@code 20ms}. */
public final class Amount {
    private static final Map<Measure.Kind, Map<String, Double>> UNITS = Map.of(
            Measure.Kind.BYTES, Map.ofEntries(
                    Map.entry("", 1.0), Map.entry("b", 1.0),
                    Map.entry("k", 0x1p10), Map.entry("kb", 0x1p10), Map.entry("kib", 0x1p10),
                    Map.entry("m", 0x1p20), Map.entry("mb", 0x1p20), Map.entry("mib", 0x1p20),
                    Map.entry("g", 0x1p30), Map.entry("gb", 0x1p30), Map.entry("gib", 0x1p30),
                    Map.entry("t", 0x1p40), Map.entry("tb", 0x1p40), Map.entry("tib", 0x1p40)),
            Measure.Kind.BLOCKS, Map.of("", 1.0),
            Measure.Kind.MICROS, Map.of("us", 1.0, "µs", 1.0, "ms", 1e3, "s", 1e6,
                    "min", 6e7, "h", 3.6e9),
            Measure.Kind.COLLECTIONS, Map.of("", 1.0, "gc", 1.0),
            Measure.Kind.PERCENT, Map.of("", 1.0, "%", 1.0));
    private static final Map<Measure.Kind, String> WORDS = Map.of(
            Measure.Kind.BYTES, "a number of bytes; write it like 512, 64kB or 1.5MB",
            Measure.Kind.BLOCKS, "a number of blocks; write it without a unit",
            Measure.Kind.MICROS, "a time; write it with us, ms, s, min or h",
            Measure.Kind.COLLECTIONS, "a number of collections; write it like 3gc",
            Measure.Kind.PERCENT, "a share of the blocks; write it like 90%");

    private Amount() {
    }

    /**
     * Reads a whole text.
     *
     * @param source what the message of a wrong one names
     * @throws IllegalArgumentException when it is no amount of this kind
     */
    public static double parse(Measure.Kind kind, String source, String text) {
        Cursor cursor = new Cursor(text);
        String digits = cursor.digits();
        cursor.next();
        double amount = of(kind, number(digits), cursor.unit());
        if (Double.isNaN(amount) || amount < 0 || !cursor.atEnd()) {
            throw new IllegalArgumentException(source + " is \"" + text + "\", and must be "
                    + help(kind) + ".");
        }
        return amount;
    }

    /** NaN when it is none. */
    static double number(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** In the unit of the kind: bytes, blocks, µs, collections, per cent. NaN: no such unit. */
    static double of(Measure.Kind kind, double number, String unit) {
        Double factor = UNITS.get(kind).get(unit);
        return factor == null ? Double.NaN : number * factor;
    }

    /** What an amount of this kind is, and how to write it. */
    static String help(Measure.Kind kind) {
        return WORDS.get(kind);
    }
}
