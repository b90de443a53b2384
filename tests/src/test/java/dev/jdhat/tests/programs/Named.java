// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/** Waits for a line; only one test runs it, so that its name means one JVM. */
public final class Named {
    private Named() {}

    public static void main(String[] args) {
        Stage.pause("ready");
        Stage.say("over");
    }
}
