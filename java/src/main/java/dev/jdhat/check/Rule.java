// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.compare.SiteDiff;
import dev.jdhat.filter.Filter;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.util.List;
import java.util.stream.Collectors;

/** No site that an expression accepts. */
final class Rule extends Limit {
    private final Filter filter;

    Rule(String name, Filter filter) {
        super(name, filter.toString());
        this.filter = filter;
        if (filter == Filter.ALL) {
            throw new IllegalArgumentException(name + " is empty; write an expression such as"
                    + " \"new & end>1MB\".");
        }
    }

    @Override
    public boolean compares() {
        return filter.compares();
    }

    @Override
    Outcome judge(Checked checked) {
        List<ProgramPoint> accepted = accepted(checked);
        SortBy by = by(checked);
        Figure sum = accepted.stream().map(by::of).reduce(Figure.ZERO, Figure::plus);
        String measured = accepted.isEmpty() ? "no site"
                : Words.sites(accepted.size()) + " with " + Words.figure(sum,
                        checked.profile().info()) + " " + by.text();
        return new Outcome(this, accepted.isEmpty() ? Verdict.KEPT : Verdict.BROKEN, measured,
                accepted.subList(0, Math.min(Words.SITES, accepted.size())));
    }

    private List<ProgramPoint> accepted(Checked checked) {
        if (filter.compares()) {
            return checked.diff(by(checked)).keeping(filter).sites().stream().map(SiteDiff::point)
                    .collect(Collectors.toList());
        }
        return checked.profile().points().stream().filter(filter::accepts)
                .collect(Collectors.toList());
    }

    private SortBy by(Checked checked) {
        boolean ends = filter.compares() ? checked.bothHave(SortBy.END)
                : SortBy.END.of(checked.profile()).known();
        return ends ? SortBy.END : SortBy.TOTAL;
    }
}
