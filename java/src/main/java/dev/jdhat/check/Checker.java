// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges a profile. */
public final class Checker {
    private final Profile profile;
    private final Profile baseline;
    private final LocalDate today;

    /** @param baseline an earlier profile, or null where no limit needs one */
    public Checker(Profile profile, Profile baseline, LocalDate today) {
        this.profile = profile;
        this.baseline = baseline;
        this.today = today;
    }

    /**
     * Judges by each of the limits, leaving out what is suppressed and not overdue.
     *
     * @throws MissingBaselineException when a limit needs an earlier profile and there is none
     * @throws IllegalArgumentException when the two cannot be compared
     */
    public CheckResult check(List<Limit> limits, List<Suppression> suppressions) {
        for (Limit limit : limits) {
            if (limit.compares() && baseline == null) {
                throw new MissingBaselineException(limit);
            }
        }
        List<Suppression> holding = suppressions.stream().filter(each -> each.holds(today))
                .collect(Collectors.toList());
        Predicate<ProgramPoint> judged = point ->
                holding.stream().noneMatch(each -> each.where().accepts(point));
        Checked checked = new Checked(profile.keeping(judged),
                baseline == null ? null : baseline.keeping(judged));
        return new CheckResult(limits.stream().map(limit -> limit.judge(checked))
                .collect(Collectors.toList()), notes(suppressions));
    }

    private List<String> notes(List<Suppression> suppressions) {
        List<String> notes = new ArrayList<>();
        if (profile.runs().several()) {
            notes.add("the profile is " + profile.runs().sentence());
        }
        if (baseline != null && baseline.runs().several()) {
            notes.add("the baseline is " + baseline.runs().sentence());
        }
        for (Suppression each : suppressions) {
            Profile sites = profile.keeping(each.where()::accepts);
            SortBy by = sites.atEnd().known() ? SortBy.END : SortBy.TOTAL;
            String found = sites.points().isEmpty() ? "no site"
                    : Words.sites(sites.points().size()) + " with "
                            + Words.figure(by.of(sites), sites.info()) + " " + by.text();
            if (!each.holds(today)) {
                notes.add("suppression " + each.name() + " ended on "
                        + each.until().orElseThrow() + " and holds no more (" + each.reason()
                        + "): " + found);
            } else if (sites.points().isEmpty()) {
                notes.add("suppression " + each.name() + " is of no use: it accepts no site");
            } else {
                notes.add("suppressed by " + each.name() + " (" + each.reason() + "): " + found);
            }
        }
        return notes;
    }
}
