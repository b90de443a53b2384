// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What JDK 24 and later say when a library on the class path brings native code. */
class NativeAccessTest {
    @Test
    void theWarningIsTheOneInTheDocuments() {
        Jvm.JDK_25.require();
        Target target = TestJvm.on(Jvm.JDK_25, "api.Peaks").withLibrary().run();
        assertEquals("WARNING: A restricted method in java.lang.System has been called\n"
                + "WARNING: java.lang.System::load has been called by com.sun.jna.Native in an"
                + " unnamed module (file:" + Built.jar().normalize() + ")\n"
                + "WARNING: Use --enable-native-access=ALL-UNNAMED to avoid a warning for callers"
                + " in this module\n"
                + "WARNING: Restricted methods will be blocked in a future release unless native"
                + " access is enabled\n"
                + "\n", target.err());
    }

    @Test
    void theFlagSilencesIt() {
        Jvm.JDK_25.require();
        Target target = TestJvm.on(Jvm.JDK_25, "api.Peaks").withLibrary()
                .options(NativeAccess.SILENCE).run();
        assertEquals("", target.err());
    }

    @Test
    void theJarNeedsNoFlag() throws IOException {
        try (JarFile jar = new JarFile(Built.jar().toFile())) {
            assertEquals("ALL-UNNAMED",
                    jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"));
        }
    }
}
