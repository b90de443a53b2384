// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.Objects;

/** What is asked of the blocks of a window; immutable. */
final class Question {
    private final WindowSpec window;
    private final Judge judge;
    private final boolean alwaysWritten;

    Question(WindowSpec window, Judge judge, boolean alwaysWritten) {
        this.window = Objects.requireNonNull(window);
        this.judge = Objects.requireNonNull(judge);
        this.alwaysWritten = alwaysWritten;
    }

    WindowSpec window() {
        return window;
    }

    Judge judge() {
        return judge;
    }

    /** Whether the profile is written also when the test passes. */
    boolean alwaysWritten() {
        return alwaysWritten;
    }
}
