// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import picocli.CommandLine.Option;

/** How much of a list of sites is shown. */
public final class ListOptions extends TopOption {
    private static final int FRAMES = 8;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "" + FRAMES,
            order = 3,
            converter = Amount.class,
            description = "Frames of a site. Default: ${DEFAULT-VALUE}.")
    int depth;
}
