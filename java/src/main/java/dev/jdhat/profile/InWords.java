// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Locale;

/** Numbers and times as a reader has them, the same in every locale. */
public final class InWords {
    private InWords() {
    }

    /** As in {@code 1,256}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * As in {@code 1,200 sites}, {@code 1 site}.
     *
     * @param one the word for one of them
     */
    public static String counted(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** As in {@code 2.6 s}, {@code 3 min 20 s}, {@code 5 h 2 min}, from microseconds. */
    public static String time(long micros) {
        long seconds = micros / 1_000_000;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
