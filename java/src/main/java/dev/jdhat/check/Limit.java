// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.filter.Amount;
import dev.jdhat.filter.Filter;
import dev.jdhat.filter.Measure;
import dev.jdhat.profile.SortBy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing that a profile must not do; immutable. */
public abstract class Limit {
    /** The name of a limit that is an expression. */
    public static final String FAIL_ON = "fail-on";

    private static final Pattern NAME =
            Pattern.compile("max-(total|peak|end)-(bytes|blocks|growth)");
    private static final Pattern GROWTH = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(x|%)");

    private final String name;
    private final String value;

    Limit(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * Reads a limit: {@code max-end-bytes}, {@code 64kB}; {@code max-peak-growth}, {@code 1.5x} or
     * {@code 5%}; {@code fail-on}, an expression.
     *
     * @throws IllegalArgumentException when there is no such limit or it has no such value
     */
    public static Limit of(String name, String value) {
        if (name.equals(FAIL_ON) || name.startsWith(FAIL_ON + ".")) {
            return new Rule(name, Filter.parse(value));
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("There is no limit " + name + "; there are "
                    + String.join(", ", names()) + " and " + FAIL_ON + ".");
        }
        SortBy figure = SortBy.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        switch (matcher.group(2)) {
            case "growth":
                return new Growth(name, value, figure, factor(name, value));
            case "bytes":
                return new Most(name, value, figure, false,
                        Amount.parse(Measure.Kind.BYTES, name, value));
            default:
                return new Most(name, value, figure, true,
                        Amount.parse(Measure.Kind.BLOCKS, name, value));
        }
    }

    /** All names of limits that have a number. */
    public static List<String> names() {
        return Arrays.asList("max-total-bytes", "max-total-blocks", "max-total-growth",
                "max-peak-bytes", "max-peak-blocks", "max-peak-growth", "max-end-bytes",
                "max-end-blocks", "max-end-growth");
    }

    private static double factor(String name, String value) {
        Matcher matcher = GROWTH.matcher(value.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + " is \"" + value
                    + "\"; write it like 1.5x or 5%.");
        }
        double number = Double.parseDouble(matcher.group(1));
        return matcher.group(2).equals("x") ? number : 1 + number / 100;
    }

    /** As options and files have it. */
    public String name() {
        return name;
    }

    /** As it was written. */
    public String value() {
        return value;
    }

    /** Whether it needs an earlier profile. */
    public abstract boolean compares();

    abstract Outcome judge(Checked checked);

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
