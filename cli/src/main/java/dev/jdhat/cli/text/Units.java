// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.InWords;

import java.util.Locale;

/** Numbers for a reader: grouped digits, percentages, and a dash for what cannot be known. */
public final class Units {
    /** Stands for a figure that cannot be known. */
    public static final String UNKNOWN = "–";

    private Units() {}

    /** As in {@code 1,256}. */
    public static String count(long number) {
        return InWords.count(number);
    }

    public static String bytes(Figure figure) {
        return figure.known() ? count(figure.bytes()) : UNKNOWN;
    }

    public static String blocks(Figure figure) {
        return figure.known() ? count(figure.blocks()) : UNKNOWN;
    }

    /** As in {@code 12.5 %}; a dash where the whole is 0 or unknown. */
    public static String percent(long part, long whole) {
        return whole <= 0 ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /**
     * One standard error of the bytes in per cent of them, as in {@code ± 3 %}; empty where exact.
     */
    public static String error(Figure figure) {
        if (!figure.known() || figure.bytesError() == 0 || figure.bytes() == 0) {
            return "";
        }
        double percent = 100 * figure.bytesError() / figure.bytes();
        return String.format(Locale.ROOT, percent < 10 ? " ± %.1f %%" : " ± %.0f %%", percent);
    }

    /** As in {@code 2.6 s}, {@code 3 min 20 s}, {@code 5 h 2 min}, from microseconds. */
    public static String time(long micros) {
        return InWords.time(micros);
    }
}
