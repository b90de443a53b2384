// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** How a recording ends; the order is that of the format's numbers. */
public enum Ending {
    /** No END record: the target is still running, or it was killed. */
    OPEN,
    STOPPED,
    TARGET_ENDED,
    FAILED,
    /** No END record yet, but the t-end point: the target is on its way out. Never in a file. */
    EXITING;

    static Ending of(long number) {
        return number < EXITING.ordinal() ? values()[(int) number] : STOPPED;
    }
}
