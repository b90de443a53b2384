// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Values as the agent reads them, checked before it is asked. Of none that was not given. */
final class OptionValues {
    private final CommandSpec spec;

    OptionValues(CommandSpec spec) {
        this.spec = spec;
    }

    /** A size in bytes, or the word. */
    String size(String option, String value, String word, long least, long most) {
        if (value == null || value.equals(word)) {
            return value;
        }
        check(
                option,
                value,
                Quantity.bytes(value),
                least,
                most,
                word == null
                        ? "a size as 64m or 1g"
                        : "a size as 512k or 1g, or "
                                + (word.equals("exact") ? "exact or auto" : word));
        return value;
    }

    /** A share in per cent, or the word. */
    String share(String option, String value, String word, long most) {
        if (value != null && !value.equals(word)) {
            long share = Quantity.percent(value);
            check(option, value, share, 1, most, "a share as 2 or 0.5, or " + word);
        }
        return value;
    }

    String time(String option, String value, long least, long most) {
        if (value != null) {
            check(option, value, Quantity.micros(value), least, most, "a time as 500ms, 5s or 2m");
        }
        return value;
    }

    String count(String option, String value, long least, long most) {
        if (value != null) {
            check(option, value, Quantity.count(value), least, most, "a number");
        }
        return value;
    }

    ParameterException wrong(String option, String value, String why) {
        return new ParameterException(
                spec.commandLine(),
                "Invalid value for option '" + option + "': '" + value + "' " + why);
    }

    private void check(
            String option, String text, long value, long least, long most, String kind) {
        if (value == Quantity.NONE) {
            throw wrong(option, text, "is not " + kind);
        }
        if (value < least || value > most) {
            String size = value < least ? "small" : "large";
            throw wrong(option, text, "is too " + size + ", see --help for the range");
        }
    }
}
