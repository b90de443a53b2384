// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Profile;
import java.util.Objects;

/** A question, what came of it, and the profile that says why; immutable. */
final class Answer {
    private final Question question;
    private final Verdict verdict;
    private final Profile profile;

    Answer(Question question, Verdict verdict, Profile profile) {
        this.question = Objects.requireNonNull(question);
        this.verdict = Objects.requireNonNull(verdict);
        this.profile = Objects.requireNonNull(profile);
    }

    Verdict verdict() {
        return verdict;
    }

    Profile profile() {
        return profile;
    }

    /** Only what failed, and what is asked for, is written. */
    boolean isWritten() {
        return question.alwaysWritten() || !verdict.passed();
    }
}
