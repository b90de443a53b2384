// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

/**
 * The variable {@code JAVA_TOOL_OPTIONS}: options that each JVM takes from its environment. HotSpot
 * splits it at white space outside of quotes, and knows no escape for a quote.
 */
public final class JavaToolOptions {
    public static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    private JavaToolOptions() {}

    /**
     * The value with {@code option} added behind what is there.
     *
     * @param present the present value, or null
     * @throws IllegalArgumentException when {@code option} holds both kinds of quotes and cannot be
     *     written
     */
    public static String append(String present, String option) {
        String quoted = quote(option);
        return present == null || present.isBlank()
                ? quoted
                : present.stripTrailing() + " " + quoted;
    }

    // Quotes only where needed: JVMs before 9 do not know them here and would refuse to start.
    private static String quote(String option) {
        boolean single = option.indexOf('\'') >= 0;
        boolean twice = option.indexOf('"') >= 0;
        if (single && twice) {
            throw new IllegalArgumentException(
                    "a path holds both kinds of quotes, which "
                            + VARIABLE
                            + " cannot carry: "
                            + option);
        }
        if (single) {
            return '"' + option + '"';
        }
        boolean blank = option.chars().anyMatch(Character::isWhitespace);
        return twice || blank ? "'" + option + "'" : option;
    }
}
