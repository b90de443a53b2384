// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The VM unloads a library with the class loader that loaded it; the agent outlives that. */
class ClassLoaderTest {
    @ParameterizedTest
    @EnumSource
    void theCollectionOfTheLoaderDoesNotUnloadTheAgent(Jvm jvm) {
        jvm.require();
        Target target = TestJvm.on(jvm, "DroppedLoader", Built.agent().toString())
                .recording("interval=0")
                .run();
        assertEquals("collected\n", target.out());
        target.profile().through("DroppedLoader.after").of("Thing").total().is(1000, 24_000);
    }
}
