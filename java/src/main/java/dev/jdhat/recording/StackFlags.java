// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** What is special about a stack. */
public final class StackFlags {
    /** Nothing is special. */
    public static final StackFlags NONE = new StackFlags(0);

    private final long bits;

    StackFlags(long bits) {
        this.bits = bits;
    }

    /** Whether it was cut at the depth limit. */
    public boolean cut() {
        return (bits & 1) != 0;
    }

    /** Whether it may be misattributed. */
    public boolean doubtful() {
        return (bits & 2) != 0;
    }

    /** Whether it stands for all stacks that found no room. */
    public boolean other() {
        return (bits & 4) != 0;
    }

    /** Whether the VM allocated on the thread's behalf, where the program cannot. */
    public boolean vm() {
        return (bits & 8) != 0;
    }
}
