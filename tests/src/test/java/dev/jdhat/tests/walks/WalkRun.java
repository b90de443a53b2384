// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import dev.jdhat.recording.Counter;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the programs on a JVM with a collector and a setting. */
record WalkRun(Program program, Jvm jvm, Collector collector, Setting setting, String walk) {
    /** What came of it; `wrong` is empty where all was right. */
    record Result(long events, long fast, long checked, long mismatches, List<String> wrong,
            Target target) {
        /** The share of events whose stack the cache gave. */
        double share() {
            return events == 0 ? 0 : (double) fast / events;
        }

        @Override
        public String toString() {
            return String.format("%,d events, %,d from the cache (%.0f %%), %,d checked, %,d wrong",
                    events, fast, 100 * share(), checked, mismatches);
        }
    }

    /** Runs it for so many times its usual rounds. */
    Result run(int times, Duration patience) {
        Target target = TestJvm.on(jvm, program.main(), program.arguments(times))
                .options(setting.options().toArray(String[]::new))
                .options(program.options(jvm).toArray(String[]::new))
                .collector(collector)
                .recording("interval=0,stack-walk=" + walk + program.agentOptions())
                .end(patience);
        int status = target.await();
        if (status != 0) {
            return new Result(0, 0, 0, 0, List.of("exit status " + status), target);
        }
        Recorded recorded = Recorded.of(target.recording());
        List<String> wrong = new ArrayList<>();
        long fast = recorded.counter(Counter.FAST_WALKS);
        long checked = recorded.counter(Counter.CHECKED_WALKS);
        long mismatches = recorded.counter(Counter.WALK_MISMATCHES);
        if (mismatches != 0) {
            wrong.add(mismatches + " walks disagree with GetStackTrace");
        }
        if (walk.equals("checked") && checked != fast) {
            wrong.add("Of " + fast + " fast walks " + checked + " were checked");
        }
        // Java 11 loses blocks after large ones and after class loading: docs/accuracy.md.
        boolean lossy = jvm == Jvm.JRE_11;
        wrong.addAll(recorded.blocks().differences(Blocks.told(target.out()), lossy));
        return new Result(
                recorded.counter(Counter.EVENTS), fast, checked, mismatches, wrong, target);
    }

    @Override
    public String toString() {
        return String.join(" ", program.name(), jvm.name(), collector.name(), setting.name(), walk);
    }
}
