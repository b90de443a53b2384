// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

/** A limit compares, and there is no earlier profile to compare with. */
public final class MissingBaselineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Limit limit;

    MissingBaselineException(Limit limit) {
        super(limit + " needs an earlier profile, and there is no baseline.");
        this.limit = limit;
    }

    /** The first limit that compares. */
    public Limit limit() {
        return limit;
    }
}
