// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.cli.Shell;
import dev.jdhat.cli.profiles.ProfileFile;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.cli.text.LargestSites;
import dev.jdhat.profile.Profile;
import dev.jdhat.report.Summary;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/** Where the profile of a running JVM goes, and what is said about it. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "dhat-heap.json",
            order = 1,
            description = "Where to write the profile. Default: ${DEFAULT-VALUE}.")
    String output;

    @Mixin ProfileShape shape;

    /** Writes the profile of {@code recording}; the summary and the largest sites go to stderr. */
    void write(Shell shell, Path recording) throws IOException {
        Profile profile = ProfileFile.ofRecording(recording, shape.options());
        Path file = output == null ? null : shell.resolve(output);
        if (file != null) {
            ReportFile.write(profile, file);
        }
        Summary.lines(profile, file == null ? null : Path.of(shell.show(file)))
                .forEach(shell.err()::println);
        LargestSites.lines(profile, shell.width()).forEach(shell.err()::println);
    }
}
