// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.leaks.LeakReport;
import dev.jdhat.leaks.SiteTrend;
import dev.jdhat.leaks.Verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which sites leak, on a terminal. */
public final class LeaksText {
    private static final String INDENT = "     ";

    private final LeakReport report;
    private final Style style;
    private final int width;

    public LeaksText(LeakReport report, Style style, int width) {
        this.report = report;
        this.style = style;
        this.width = width;
    }

    /** What the evidence is, then some of the report's sites with {@code depth} frames each. */
    public List<String> lines(List<SiteTrend> shown, int depth) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        String label = "Evidence:   ";
        for (String note : report.notes()) {
            for (String line : wrapped(note, width - label.length())) {
                lines.add(label + line);
                label = " ".repeat(label.length());
            }
        }
        lines.add("");
        lines.addAll(wrapped(counts(), width));
        for (int i = 0; i < shown.size(); i++) {
            lines.add("");
            site(i + 1, shown.get(i), depth, lines);
        }
        return lines;
    }

    /** As in {@code Of 12 sites 2 growing, 1 not enough collections yet, …}. */
    private String counts() {
        List<String> parts =
                Arrays.stream(Verdict.values())
                        .map(
                                verdict ->
                                        Units.count(report.counts().get(verdict))
                                                + " "
                                                + verdict.text())
                        .toList();
        return "Of " + Units.count(report.sites().size()) + " sites " + String.join(", ", parts)
                + ".";
    }

    private void site(int rank, SiteTrend site, int depth, List<String> lines) {
        lines.add(
                String.format("%3d. ", rank)
                        + style.strong(site.verdict().text())
                        + "  "
                        + Units.count(site.live())
                        + " bytes live");
        lines.addAll(
                wrapped(site.reason(), width - INDENT.length()).stream()
                        .map(line -> INDENT + style.faint(line))
                        .toList());
        List<String> frames = site.point().frames();
        int count = Math.min(Math.max(0, depth), frames.size());
        for (String frame : frames.subList(0, count)) {
            lines.add(INDENT + Frames.fit(frame, width - INDENT.length()));
        }
        if (count < frames.size()) {
            lines.add(INDENT + style.faint("… " + (frames.size() - count) + " more"));
        }
    }

    /** The text in lines of at most so many columns, broken at blanks. */
    private static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
