// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.compare.Difference;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.compare.SiteDiff;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.util.List;
import java.util.stream.Collectors;

/** No more than so many times what the baseline has. */
final class Growth extends Limit {
    private final SortBy by;
    private final double factor;

    Growth(String name, String value, SortBy by, double factor) {
        super(name, value);
        this.by = by;
        this.factor = factor;
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    Outcome judge(Checked checked) {
        if (!checked.bothHave(by)) {
            return new Outcome(this, Verdict.UNKNOWN, Words.unknown(by), List.of());
        }
        ProfileDiff diff = checked.diff(by);
        Difference difference = diff.of(by);
        boolean broken = difference.exceeds(factor);
        boolean doubtful = !broken && difference.after().bytes()
                > factor * difference.before().bytes();
        String measured = Words.ratio(difference) + Words.bytes(difference.before().bytes(),
                checked.profile().info()) + " before, " + Words.figure(difference.after(),
                checked.profile().info()) + (doubtful ? ", which sampling alone may make" : "");
        return new Outcome(this, broken ? Verdict.BROKEN : Verdict.KEPT, measured,
                broken ? grown(diff) : List.of());
    }

    private List<ProgramPoint> grown(ProfileDiff diff) {
        return diff.sites().stream().filter(site -> site.of(by).bytes() > 0).limit(Words.SITES)
                .map(SiteDiff::point).collect(Collectors.toList());
    }
}
