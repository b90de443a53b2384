// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.SortBy;
import java.util.List;

/** No more than so many bytes or blocks. */
final class Most extends Limit {
    /** Beyond so many standard errors it is not sampling. */
    private static final double SURE = 3;

    private final SortBy by;
    private final boolean inBlocks;
    private final double most;

    Most(String name, String value, SortBy by, boolean inBlocks, double most) {
        super(name, value);
        this.by = by;
        this.inBlocks = inBlocks;
        this.most = most;
    }

    @Override
    public boolean compares() {
        return false;
    }

    @Override
    Outcome judge(Checked checked) {
        Figure figure = by.of(checked.profile());
        if (!figure.known()) {
            return new Outcome(this, Verdict.UNKNOWN, Words.unknown(by), List.of());
        }
        long has = inBlocks ? figure.blocks() : figure.bytes();
        double error = inBlocks ? figure.blocksError() : figure.bytesError();
        // One sample proves that something is there.
        boolean sure = most == 0 || has - SURE * error > most;
        boolean broken = has > most && sure;
        String measured = Words.figure(figure, checked.profile().info())
                + (has > most && !sure ? ", which sampling alone may make" : "");
        return new Outcome(this, broken ? Verdict.BROKEN : Verdict.KEPT, measured,
                broken ? by.largest(checked.profile(), Words.SITES) : List.of());
    }
}
