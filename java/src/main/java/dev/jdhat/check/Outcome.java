// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.profile.ProgramPoint;
import java.util.List;

/** How a profile does by one limit; immutable. */
public final class Outcome {
    private final Limit limit;
    private final Verdict verdict;
    private final String measured;
    private final List<ProgramPoint> sites;

    Outcome(Limit limit, Verdict verdict, String measured, List<ProgramPoint> sites) {
        this.limit = limit;
        this.verdict = verdict;
        this.measured = measured;
        this.sites = List.copyOf(sites);
    }

    public Limit limit() {
        return limit;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What the profile has, in words. */
    public String measured() {
        return measured;
    }

    /** Where the most of it is, the most first; of a limit that is kept, none. */
    public List<ProgramPoint> sites() {
        return sites;
    }

    @Override
    public String toString() {
        return verdict + " " + limit + ": " + measured;
    }
}
