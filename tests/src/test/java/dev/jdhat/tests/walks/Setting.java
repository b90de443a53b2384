// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import dev.jdhat.tests.harness.Jvm;
import java.util.ArrayList;
import java.util.List;

/** How a JVM compiles, and what its references look like. */
enum Setting {
    DEFAULT,
    INTERPRETED("-Xint"),
    C1("-XX:TieredStopAtLevel=1"),
    C2("-XX:-TieredCompilation"),
    WIDE("-XX:-UseCompressedOops"),
    ALL_COMPILED("-Xcomp");

    private final List<String> options;

    Setting(String... options) {
        this.options = List.of(options);
    }

    /** Those in which an array begins with 16 bytes: 11 has compressed classes or wide objects. */
    static List<Setting> of(Jvm jvm) {
        List<Setting> settings = new ArrayList<>(List.of(values()));
        if (jvm == Jvm.JRE_11) {
            settings.remove(WIDE);
        }
        return settings;
    }

    List<String> options() {
        return options;
    }
}
