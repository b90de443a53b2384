// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;

import java.util.ArrayList;
import java.util.List;

/** The largest sites of a profile, one paragraph each. */
public final class SiteList {
    private static final String INDENT = "     ";

    private final Profile profile;
    private final SortBy by;
    private final Style style;
    private final int width;

    public SiteList(Profile profile, SortBy by, Style style, int width) {
        this.profile = profile;
        this.by = by;
        this.style = style;
        this.width = width;
    }

    /** A heading and the {@code top} largest sites, each with its first {@code depth} frames. */
    public List<String> lines(int top, int depth) {
        List<ProgramPoint> sites = by.largest(profile, top);
        List<String> lines = new ArrayList<>();
        if (!by.of(profile).known()) {
            lines.add("What was there " + by.text() + " is not known.");
            return lines;
        }
        if (sites.isEmpty()) {
            lines.add("No site holds anything " + by.text() + ".");
            return lines;
        }
        lines.add(
                "The largest "
                        + sites.size()
                        + " of "
                        + Units.count(profile.points().size())
                        + " sites "
                        + by.text()
                        + ":");
        for (int i = 0; i < sites.size(); i++) {
            lines.add("");
            site(i + 1, sites.get(i), depth, lines);
        }
        return lines;
    }

    private void site(int rank, ProgramPoint point, int depth, List<String> lines) {
        Figure figure = by.of(point);
        String unit = profile.info().bytesName();
        lines.add(
                String.format("%3d. ", rank)
                        + style.strong(
                                String.format(
                                        "%7s",
                                        Units.percent(figure.bytes(), by.of(profile).bytes())))
                        + "  "
                        + Units.bytes(figure)
                        + " "
                        + unit
                        + Units.error(figure)
                        + " in "
                        + Units.blocks(figure)
                        + " "
                        + profile.info().blocksName());
        String others = others(point);
        if (!others.isEmpty()) {
            lines.add(INDENT + style.faint(others));
        }
        int shown = Math.min(depth, point.frames().size());
        for (String frame : point.frames().subList(0, shown)) {
            lines.add(INDENT + Frames.fit(frame, width - INDENT.length()));
        }
        if (shown < point.frames().size()) {
            lines.add(INDENT + style.faint("… " + (point.frames().size() - shown) + " more"));
        }
    }

    private String others(ProgramPoint point) {
        List<String> parts = new ArrayList<>();
        for (SortBy other : SortBy.of(profile.info())) {
            if (other != by) {
                parts.add(
                        other.text()
                                + " "
                                + Units.bytes(other.of(point))
                                + " in "
                                + Units.blocks(other.of(point)));
            }
        }
        return String.join("; ", parts);
    }
}
