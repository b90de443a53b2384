// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import java.util.List;

/** How a profile does by all its limits; immutable. */
public final class CheckResult {
    private final List<Outcome> outcomes;
    private final List<String> notes;

    CheckResult(List<Outcome> outcomes, List<String> notes) {
        this.outcomes = List.copyOf(outcomes);
        this.notes = List.copyOf(notes);
    }

    /** One for each limit, in their order. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** What was suppressed, and which suppressions are of no use any more; one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Whether a limit is in this state. */
    public boolean any(Verdict verdict) {
        return outcomes.stream().anyMatch(outcome -> outcome.verdict() == verdict);
    }
}
