// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Reply;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which threads are exact from their first byte, and what is said of those that are not. */
class ExactStartTest {
    /** The agent was there before the pool: 8,000 of 8,000. */
    @ParameterizedTest
    @EnumSource
    void aPoolBornUnderTheAgentIsExact(Jvm jvm) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Pool").agentPath("start=idle").start()) {
            target.awaitLine("ready");
            Reply reply = target.startRecording("interval=0");
            assertEquals(0, reply.number("older_threads"), reply.toString());
            finish(target);
            target.profile().through("Pool.body").of("byte[]").total().is(8000, 8_128_000);
            target.profile().through("Pool.park").notThrough("Pool.body").total().is(0, 0);
        }
    }

    /**
     * The pool was there before the agent: its eight threads are counted and their loss is
     * bounded.
     */
    @ParameterizedTest
    @EnumSource
    void olderThreadsAreNamedByCount(Jvm jvm) {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Pool").start()) {
            target.awaitLine("ready");
            Reply reply = target.startRecording("interval=0");
            long older = reply.number("older_threads");
            assertTrue(older >= 8, "Eight threads of the pool are older: " + reply);
            finish(target);
            double blocks = target.profile().through("Pool.body").of("byte[]").total().blocks();
            assertTrue(blocks > 0 && blocks <= 8000, "No block is counted twice: " + blocks);
        }
    }

    private static void finish(Target target) {
        target.send("go");
        target.awaitLine("done");
        target.attach("stop");
        target.send("end");
        assertEquals(0, target.await(), target.toString());
    }
}
