// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 512}, {@code 64k}, {@code 1 MB}; powers of 1024. */
final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}) ?(?:b|([kmgt])(?:i?b)?)?");

    private ByteSize() {
    }

    /** Bytes; {@code source} is what the message of a wrong one names. */
    static long parse(String text, String source) {
        Matcher matcher = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(source + " is \"" + text
                    + "\", which is no size; write a number and a unit, as in \"64 kB\".");
        }
        String unit = matcher.group(2);
        int shift = unit == null ? 0 : 10 * (1 + "kmgt".indexOf(unit));
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
    }
}
