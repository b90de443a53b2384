// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

/** What the programs of this package print. */
final class Say {
    private Say() {}

    /** Why something was refused; says so when it was not. */
    static void refused(Runnable work) {
        try {
            work.run();
            System.out.println("not refused");
        } catch (RuntimeException | AssertionError e) {
            System.out.println(e.getMessage());
        }
    }
}
