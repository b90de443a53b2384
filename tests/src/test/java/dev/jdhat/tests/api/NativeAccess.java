// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.api;

import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.TestJvm;

/** From Java 24 on the JVM warns when a library on the class path brings native code. */
public final class NativeAccess {
    static final String SILENCE = "--enable-native-access=ALL-UNNAMED";

    private NativeAccess() {}

    /** Keeps the warning, which {@link NativeAccessTest} is about, out of a program's streams. */
    public static TestJvm silence(TestJvm program, Jvm jvm) {
        return jvm.feature() < 24 ? program : program.options(SILENCE);
    }
}
