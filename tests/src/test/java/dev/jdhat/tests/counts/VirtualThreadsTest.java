// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VirtualThreadsTest {
    @ParameterizedTest
    @EnumSource(names = {"JRE_21", "JDK_25"})
    void areCountedToTheBlock(Jvm jvm) {
        jvm.require();
        Target target = TestJvm.on(jvm, "VirtualThreads").recording("interval=0").run();
        assertEquals("done\n", target.out());
        target.profile().through("VirtualThreads.body").of("Thing").total().is(20_000, 480_000);
    }
}
