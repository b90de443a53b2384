// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** What a peak is the largest of. */
public enum PeakKind {
    /** What a collection found alive. */
    LIVE,
    /** What was allocated and not yet returned at a clock point, garbage included. */
    OCCUPIED
}
