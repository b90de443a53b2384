// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

/** Whose allocations a heap usage test counts. */
public enum Threads {
    /**
     * What the thread that runs the test allocates; not what other threads do for it. Tests that
     * run in parallel do not disturb one another.
     */
    THIS,
    /**
     * What all threads allocate meanwhile, those of a test that runs in parallel included; but not
     * what test frameworks and build tools do on threads of their own.
     */
    ALL
}
