// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

/** What became of a limit. */
public enum Verdict {
    KEPT,
    BROKEN,
    /** The profile does not have the figure. */
    UNKNOWN
}
