// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.leaks;

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

    /** As in {@code 2.6 s}, {@code 3 min 20 s}, {@code 5 h 2 min}, from microseconds. */
    static String time(long micros) {
        long seconds = micros / 1_000_000;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    /** As in {@code 1,200 sites}, {@code 1 site}. */
    static String count(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** How often chance does something: {@code 1 in 12}. */
    static String odds(double probability) {
        return probability > 0.5 ? "more than 1 in 2"
                : "1 in " + number(Math.round(1 / Math.max(probability, 1e-9)));
    }
}
