// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.check.CheckResult;
import dev.jdhat.check.Outcome;
import dev.jdhat.check.Verdict;
import dev.jdhat.profile.ProgramPoint;

import java.util.ArrayList;
import java.util.List;

/** How a profile does by its limits: a line each, and where the most is of what it should not. */
public final class CheckText {
    private CheckText() {}

    /** For a terminal. */
    public static List<String> lines(CheckResult result, Style style, int width) {
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : result.outcomes()) {
            String word = word(outcome.verdict());
            lines.add(
                    (outcome.verdict() == Verdict.KEPT ? word : style.strong(word))
                            + "  "
                            + outcome.limit()
                            + ": "
                            + outcome.measured());
            for (String site : sites(outcome)) {
                lines.add("        " + Frames.cut(site, Math.max(width, 100) - 8));
            }
        }
        result.notes().forEach(note -> lines.add("note  " + note));
        return lines;
    }

    /** For the description of a change. */
    public static List<String> markdown(CheckResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("| | limit | has |");
        lines.add("|---|---|---|");
        for (Outcome outcome : result.outcomes()) {
            String sites = "";
            for (String site : sites(outcome)) {
                sites += "<br>" + DiffMarkdown.code(site);
            }
            lines.add(
                    "| "
                            + word(outcome.verdict()).trim()
                            + " | "
                            + DiffMarkdown.code(outcome.limit().toString())
                            + " | "
                            + outcome.measured()
                            + sites
                            + " |");
        }
        for (String note : result.notes()) {
            lines.add("");
            lines.add(note.replaceAll("([<>&|`*_\\[\\]])", "\\\\$1"));
        }
        return lines;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case KEPT -> "ok  ";
            case BROKEN -> "FAIL";
            case UNKNOWN -> "??? ";
        };
    }

    /** One line for each site that the outcome names. */
    public static List<String> sites(Outcome outcome) {
        List<String> sites = new ArrayList<>();
        for (ProgramPoint point : outcome.sites()) {
            sites.add(
                    (point.type().isEmpty() ? "" : point.type() + " at ")
                            + Frames.firstOwn(point));
        }
        return sites;
    }
}
