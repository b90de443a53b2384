// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import picocli.CommandLine.Option;

/** How long a list of sites is. */
public class TopOption {
    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            order = 1,
            converter = Amount.class,
            description = "How many sites. Default: ${DEFAULT-VALUE}.")
    int top;
}
