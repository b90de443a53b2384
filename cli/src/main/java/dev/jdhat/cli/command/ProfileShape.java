// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.ProfileOptions;

import picocli.CommandLine.Option;

import java.util.Locale;

/** How a recording is made into a profile. */
public final class ProfileShape {
    @Option(
            names = "--peak",
            paramLabel = "live|occupied",
            order = 40,
            defaultValue = "live",
            description =
                    "What t-gmax is the largest of: what a collection found alive, or all that was"
                            + " allocated and not yet returned. Default: live.")
    Peak peak;

    @Option(
            names = "--type-frames",
            arity = "1",
            paramLabel = "true|false",
            order = 41,
            defaultValue = "true",
            description = "The class of the block as the first frame. Default: true.")
    boolean typeFrames;

    @Option(
            names = "--raw-frames",
            order = 42,
            description = "Keep the frames of lambdas, reflection and method handles.")
    boolean rawFrames;

    /** The words for {@link PeakKind}. */
    enum Peak {
        live,
        occupied
    }

    ProfileOptions options() {
        return ProfileOptions.defaults()
                .withPeak(PeakKind.valueOf(peak.name().toUpperCase(Locale.ROOT)))
                .withTypeFrames(typeFrames)
                .withRawFrames(rawFrames);
    }
}
