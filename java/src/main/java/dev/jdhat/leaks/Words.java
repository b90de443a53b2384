// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

import dev.jdhat.profile.InWords;
import java.util.Locale;

/** Sizes, times and counts in a reason. */
final class Words {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
    /** Below it bytes are counted one by one. */
    private static final double EACH = 10 * 1024;

    private Words() {
    }

    /** As in {@code 1,256 bytes} or {@code 1.2 MB}, in powers of 1024. */
    static String size(double bytes) {
        double value = bytes;
        int unit = 0;
        if (Math.abs(value) >= EACH) {
            while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
                value /= 1024;
                unit++;
            }
        }
        String digits = unit == 0 || Math.abs(value) >= 100 ? "%,.0f %s" : "%,.1f %s";
        return String.format(Locale.ROOT, digits, value, UNITS[unit]);
    }

    /** How often chance does something: {@code 1 in 12}. */
    static String odds(double probability) {
        return probability > 0.5 ? "more than 1 in 2"
                : "1 in " + InWords.count(Math.round(1 / Math.max(probability, 1e-9)));
    }
}
