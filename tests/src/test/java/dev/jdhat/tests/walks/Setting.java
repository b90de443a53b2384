// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import java.util.List;

/** How a JVM compiles, and what its references look like. */
enum Setting {
    DEFAULT,
    INTERPRETED("-Xint"),
    C1("-XX:TieredStopAtLevel=1"),
    C2("-XX:-TieredCompilation"),
    WIDE("-XX:-UseCompressedOops"),
    ALL_C1("-Xcomp", "-XX:TieredStopAtLevel=1"),
    ALL_COMPILED("-Xcomp");

    private final List<String> options;

    Setting(String... options) {
        this.options = List.of(options);
    }

    List<String> options() {
        return options;
    }
}
