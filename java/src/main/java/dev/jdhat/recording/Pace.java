// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** What the interval may do in the course of a session. */
public enum Pace {
    /** It stays what was asked for. */
    NONE,
    /** It begins exact and follows the program under the budget. */
    AUTO,
    /** The budget may raise it above what was asked for. */
    CEILING;

    static Pace of(long number) {
        return number > 0 && number < values().length ? values()[(int) number] : NONE;
    }
}
