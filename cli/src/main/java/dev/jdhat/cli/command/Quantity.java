// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with units, in the grammar of the agent: {@code 512k}, {@code 1GiB}, {@code 500ms}; a bare
 * number is bytes or seconds.
 */
final class Quantity {
    /** What a text that is no quantity stands for. */
    static final long NONE = -1;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})(?:b|([kmgt])(?:i?b)?)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,2}))?%?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,12})(us|ms|s|m|min|h|)");

    private Quantity() {}

    /** Hundredths of a per cent. */
    static long percent(String text) {
        Matcher matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            return NONE;
        }
        String part = matcher.group(2) == null ? "" : matcher.group(2);
        return Long.parseLong(matcher.group(1) + (part + "00").substring(0, 2));
    }

    static long count(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : NONE;
    }

    static long bytes(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return NONE;
        }
        String unit = matcher.group(2);
        int shift = unit == null ? 0 : 10 * (1 + "kmgt".indexOf(unit));
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
    }

    static long micros(String text) {
        Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return NONE;
        }
        long unit =
                switch (matcher.group(2)) {
                    case "us" -> 1;
                    case "ms" -> 1_000;
                    case "s", "" -> 1_000_000;
                    case "m", "min" -> 60_000_000;
                    default -> 3_600_000_000L;
                };
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit;
    }
}
