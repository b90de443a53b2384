// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.cli.demo.KnownSite;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;

import java.util.ArrayList;
import java.util.List;

/**
 * What the demo's leaks look like in its profile: each is looked up there by its class and method.
 */
public final class Lessons {
    private Lessons() {}

    public static List<String> lines(Profile profile, KnownSite[] sites, Style style, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("What was built into the demo, as the profile shows it:");
        for (KnownSite site : sites) {
            lines.add("");
            lines.add("* " + style.strong(site.title()));
            List<ProgramPoint> points = points(profile, site);
            if (points.isEmpty()) {
                lines.add("  " + site.frame() + " is not in this profile");
                continue;
            }
            Figure total =
                    points.stream().map(ProgramPoint::total).reduce(Figure.ZERO, Figure::plus);
            Figure end =
                    points.stream().map(ProgramPoint::atEnd).reduce(Figure.UNKNOWN, Figure::plus);
            lines.add("  " + Frames.fit(Frames.leaf(points.get(0)), width - 2));
            lines.add("  total " + text(total) + ", at t-end " + text(end));
            lines.addAll(wrap(site.shape(), width));
            if (site.endBlocks() == 0 && end.blocks() > 0) {
                lines.addAll(
                        wrap(
                                "(what is there at t-end is garbage that no collection has"
                                    + " examined)",
                                width));
            }
        }
        return lines;
    }

    /** The points whose blocks the line of {@code site} allocated itself. */
    public static List<ProgramPoint> points(Profile profile, KnownSite site) {
        return profile.points().stream()
                .filter(point -> Frames.leaf(point).startsWith(site.frame() + " ("))
                .toList();
    }

    private static String text(Figure figure) {
        return figure.known()
                ? Units.bytes(figure) + " bytes in " + Units.blocks(figure) + " blocks"
                : Units.UNKNOWN;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ");
        for (String word : text.strip().split(" ")) {
            if (line.length() + 1 + word.length() > width && line.length() > 1) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
