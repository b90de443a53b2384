// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** Whether the agent watched blocks die; the order is that of the format's numbers. */
public enum Liveness {
    OFF,
    ON,
    LIMITED;

    static Liveness of(long number) {
        return number < values().length ? values()[(int) number] : LIMITED;
    }
}
