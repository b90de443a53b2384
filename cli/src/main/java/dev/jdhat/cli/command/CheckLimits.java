// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.check.Limit;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.util.ArrayList;
import java.util.List;

/** The limits that a command line names. */
public final class CheckLimits {
    private static final String BYTES = "bytes, as in 64kB";
    private static final String GROWTH = "times what the baseline has: 1.5x, or 5%% more";

    private final List<Limit> given = new ArrayList<>();

    @Spec(Target.MIXEE)
    CommandSpec spec;

    List<Limit> given() {
        return given;
    }

    private void add(String name, String value) {
        try {
            given.add(Limit.of(name, value));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--" + name + "': "
                            + e.getMessage());
        }
    }

    @Option(
            names = "--max-total-bytes",
            paramLabel = "N",
            order = 3,
            description = "The most over the run, in " + BYTES + ".")
    void totalBytes(String value) {
        add("max-total-bytes", value);
    }

    @Option(names = "--max-total-blocks", paramLabel = "N", order = 4, description = "In blocks.")
    void totalBlocks(String value) {
        add("max-total-blocks", value);
    }

    @Option(
            names = "--max-total-growth",
            paramLabel = "N",
            order = 5,
            description = "In " + GROWTH + ".")
    void totalGrowth(String value) {
        add("max-total-growth", value);
    }

    @Option(
            names = "--max-peak-bytes",
            paramLabel = "N",
            order = 6,
            description = "The most at t-gmax, in " + BYTES + ".")
    void peakBytes(String value) {
        add("max-peak-bytes", value);
    }

    @Option(names = "--max-peak-blocks", paramLabel = "N", order = 7, description = "In blocks.")
    void peakBlocks(String value) {
        add("max-peak-blocks", value);
    }

    @Option(
            names = "--max-peak-growth",
            paramLabel = "N",
            order = 8,
            description = "In " + GROWTH + ".")
    void peakGrowth(String value) {
        add("max-peak-growth", value);
    }

    @Option(
            names = "--max-end-bytes",
            paramLabel = "N",
            order = 9,
            description = "The most that is left at t-end, in " + BYTES + ".")
    void endBytes(String value) {
        add("max-end-bytes", value);
    }

    @Option(names = "--max-end-blocks", paramLabel = "N", order = 10, description = "In blocks.")
    void endBlocks(String value) {
        add("max-end-blocks", value);
    }

    @Option(
            names = "--max-end-growth",
            paramLabel = "N",
            order = 11,
            description = "In " + GROWTH + ".")
    void endGrowth(String value) {
        add("max-end-growth", value);
    }

    @Option(
            names = "--fail-on",
            paramLabel = "EXPRESSION",
            order = 12,
            description =
                    "No site that it accepts, as in 'new & end>1MB'. Any number of these."
                            + " docs/filter.md has all words.")
    void failOn(List<String> values) {
        given.removeIf(limit -> limit.name().equals(Limit.FAIL_ON));
        values.forEach(value -> add(Limit.FAIL_ON, value));
    }
}
