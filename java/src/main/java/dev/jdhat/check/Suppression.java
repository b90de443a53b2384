// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.filter.Filter;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Sites that no limit looks at, because they are known, and until when; immutable. */
public final class Suppression {
    private final String name;
    private final Filter where;
    private final String reason;
    private final LocalDate until;

    /**
     * @param reason why they may be there
     * @param until the last day on which it holds; null for ever
     * @throws IllegalArgumentException when the expression speaks of two profiles
     */
    public Suppression(String name, Filter where, String reason, LocalDate until) {
        this.name = Objects.requireNonNull(name);
        this.where = Objects.requireNonNull(where);
        this.reason = Objects.requireNonNull(reason);
        this.until = until;
        if (where.compares()) {
            throw new IllegalArgumentException("Suppression " + name + " is \"" + where
                    + "\", which speaks of two profiles; a known site is known in each.");
        }
    }

    public String name() {
        return name;
    }

    public Filter where() {
        return where;
    }

    public String reason() {
        return reason;
    }

    /** Empty: for ever. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    boolean holds(LocalDate today) {
        return until == null || !today.isAfter(until);
    }
}
