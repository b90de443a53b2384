// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.Profiler;

/** What an agent of another version leaves for others to see is there; prints what is said. */
public final class OtherVersion {
    private OtherVersion() {}

    public static void main(String[] args) {
        System.setProperty("dev.jdhat.agent",
                "1 0.0.9 " + ProcessHandle.current().pid() + " 1000 /opt/libjdhat.so");
        Say.refused(() -> Profiler.builder().start());
    }
}
