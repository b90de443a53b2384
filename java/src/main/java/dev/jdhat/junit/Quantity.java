// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

/** What of a profile a test judges, and how messages speak of it. */
enum Quantity {
    /** Everything that was allocated. */
    ALLOCATED("allocated", "allocated", "allocate", "spent"),
    /** The most that was held at once. */
    PEAK("peak", "held", "hold", "held"),
    /** What is held after each run, and was not after the run before. */
    LEAKED("leaked", "leaked", "leak", "leaked");

    private final String word;
    private final String past;
    private final String infinitive;
    private final String ofSites;

    Quantity(String word, String past, String infinitive, String ofSites) {
        this.word = word;
        this.past = past;
        this.infinitive = infinitive;
        this.ofSites = ofSites;
    }

    /** As the index has it. */
    String word() {
        return word;
    }

    /** The test … so much. */
    String past() {
        return past;
    }

    /** It must … nothing. */
    String infinitive() {
        return infinitive;
    }

    /** The sites that … most. */
    String ofSites() {
        return ofSites;
    }
}
