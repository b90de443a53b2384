// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** How the agent came into the target; the order is that of the format's numbers. */
public enum Door {
    UNKNOWN,
    LOAD,
    ATTACH,
    API;

    static Door of(long number) {
        return number < values().length ? values()[(int) number] : UNKNOWN;
    }
}
