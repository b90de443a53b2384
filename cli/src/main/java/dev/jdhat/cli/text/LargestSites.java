// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;

import java.util.ArrayList;
import java.util.List;

/**
 * The last lines of the summary: the few largest sites at the peak and at the end, or over the run
 * where only that is known.
 */
public final class LargestSites {
    private static final String PREFIX = "jdhat: ";
    private static final int COUNT = 3;

    private LargestSites() {}

    /** All lines, each with the prefix {@code jdhat: }. */
    public static List<String> lines(Profile profile, int width) {
        List<String> lines = new ArrayList<>();
        boolean adHoc = profile.info().unit() == Unit.AD_HOC;
        for (SortBy by : adHoc ? List.of(SortBy.TOTAL) : List.of(SortBy.PEAK, SortBy.END)) {
            List<ProgramPoint> sites = by.largest(profile, COUNT);
            lines.add(
                    PREFIX
                            + "Largest "
                            + by.text()
                            + ":"
                            + (!by.of(profile).known()
                                    ? " " + Units.UNKNOWN
                                    : sites.isEmpty() ? " nothing was there" : ""));
            for (ProgramPoint point : sites) {
                lines.addAll(site(point, by, profile, width - PREFIX.length()));
            }
        }
        return lines;
    }

    private static List<String> site(ProgramPoint point, SortBy by, Profile profile, int width) {
        Figure figure = by.of(point);
        List<String> lines = new ArrayList<>();
        lines.add(
                PREFIX
                        + String.format(
                                "%8s", Units.percent(figure.bytes(), by.of(profile).bytes()))
                        + "  "
                        + Units.bytes(figure)
                        + " "
                        + profile.info().bytesName()
                        + Units.error(figure)
                        + " in "
                        + Units.blocks(figure)
                        + " "
                        + profile.info().blocksName()
                        + (point.type().isEmpty()
                                ? ""
                                : (profile.info().unit() == Unit.AD_HOC ? " of kind " : " of ")
                                        + point.type()));
        String leaf = Frames.leaf(point);
        String own = Frames.firstOwn(point);
        lines.add(PREFIX + " ".repeat(10) + Frames.fit(leaf, width - 10));
        if (!own.equals(leaf)) {
            lines.add(PREFIX + " ".repeat(10) + "… " + Frames.fit(own, width - 12));
        }
        return lines;
    }
}
