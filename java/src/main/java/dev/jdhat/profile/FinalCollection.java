// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** Whether a full collection ran before the final count. */
public enum FinalCollection {
    DONE,
    NOT_FINISHED,
    OFF,
    /** The file that the profile was read from does not say. */
    UNKNOWN
}
