// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.compare.Difference;

import java.util.Locale;

/** Differences for a reader. */
final class Changes {
    private Changes() {}

    /** As in {@code +1,256}, {@code -16}, {@code 0}. */
    static String count(long number) {
        return (number > 0 ? "+" : "") + Units.count(number);
    }

    /** As in {@code +12.5 %}, {@code new}, {@code gone}; empty where nothing changed. */
    static String percent(Difference difference) {
        if (!difference.known()) {
            return "";
        }
        if (difference.before().bytes() == 0) {
            return difference.after().bytes() == 0 ? "" : "from nothing";
        }
        if (difference.after().bytes() == 0) {
            return "to nothing";
        }
        double percent = 100 * (difference.ratio() - 1);
        return percent >= 1000
                ? String.format(Locale.ROOT, "× %.1f", difference.ratio())
                : String.format(Locale.ROOT, "%+.1f %%", percent);
    }

    /** What a reader must know of its error; empty where it is exact. */
    static String doubt(Difference difference) {
        if (difference.bytesError() == 0) {
            return "";
        }
        return " ± " + Units.count(Math.round(difference.bytesError()))
                + (difference.isNoise() ? ", no more than sampling makes" : "");
    }
}
