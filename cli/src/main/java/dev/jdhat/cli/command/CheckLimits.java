// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.check.Limit;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The limits that a command line names: an option for each that there is, and expressions. */
public final class CheckLimits {
    private static final int FIRST = 3;

    /** By what the name of the limit has at its end and in the middle. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "bytes", "The most %s, in bytes, as in 64kB.",
                    "blocks", "The same in blocks.",
                    "growth", "The most against the baseline: 1.5x, or 5%% more.",
                    "total", "over the run",
                    "peak", "at t-gmax",
                    "end", "that is left at t-end");

    private final List<Limit> given = new ArrayList<>();
    private CommandSpec spec;

    List<Limit> given() {
        return given;
    }

    @Spec(Target.MIXEE)
    void addTo(CommandSpec command) {
        spec = command;
        int order = FIRST;
        for (String name : Limit.names()) {
            String[] parts = name.split("-");
            String description = WORDS.get(parts[2]).replace("%s", WORDS.get(parts[1]));
            command.addOption(
                    OptionSpec.builder("--" + name)
                            .paramLabel("N")
                            .type(String.class)
                            .order(order++)
                            .description(description)
                            .setter(
                                    new ISetter() {
                                        @Override
                                        public <T> T set(T value) {
                                            add(name, (String) value);
                                            return value;
                                        }
                                    })
                            .build());
        }
    }

    @Option(
            names = "--fail-on",
            paramLabel = "EXPRESSION",
            order = FIRST + 9,
            description =
                    "No site that it accepts, as in 'new & end>1MB'. Any number of these."
                            + " docs/filter.md has all words.")
    void failOn(List<String> values) {
        given.removeIf(limit -> limit.name().equals(Limit.FAIL_ON));
        values.forEach(value -> add(Limit.FAIL_ON, value));
    }

    /** Null stands for an option that was not given. */
    private void add(String name, String value) {
        try {
            if (value != null) {
                given.add(Limit.of(name, value));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--" + name + "': " + e.getMessage());
        }
    }
}
