// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.List;

/** What a test does and what it asks; immutable. */
final class Plan {
    private final int warmUp;
    private final int runs;
    private final List<Question> questions;

    /** Runs that are not measured, then runs that are, at least one. */
    Plan(int warmUp, int runs, List<Question> questions) {
        this.warmUp = warmUp;
        this.runs = runs;
        this.questions = List.copyOf(questions);
    }

    int warmUp() {
        return warmUp;
    }

    int runs() {
        return runs;
    }

    List<Question> questions() {
        return questions;
    }

    boolean asks(Quantity quantity) {
        return questions.stream().anyMatch(question -> question.judge().quantity() == quantity);
    }
}
