// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.filter.Filter;
import dev.jdhat.filter.FilterException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Which sites a command looks at. */
public final class SiteFilter {
    @Option(
            names = "--filter",
            paramLabel = "EXPRESSION",
            order = 30,
            converter = Expression.class,
            description =
                    "Only the sites that an expression accepts, as in 'class:~\"HashMap.*\" &"
                            + " !frame:\"org.junit.\" & live>1MB'. docs/filter.md has all words.")
    Filter filter = Filter.ALL;

    /** Refuses an expression that speaks of two profiles, for a command that has one. */
    void checkOne(CommandSpec spec) {
        if (filter.compares()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--filter': '"
                            + filter
                            + "' speaks of two profiles; jdhat diff compares them");
        }
    }

    /** Reads an expression. */
    static final class Expression implements ITypeConverter<Filter> {
        @Override
        public Filter convert(String text) {
            try {
                return Filter.parse(text);
            } catch (FilterException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
