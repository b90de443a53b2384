// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.counts;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.nio.file.Path;

/** The three ways into a JVM, each as a run of the program AllWays in exact mode. */
enum Door {
    LOAD {
        @Override
        RecordedProfile allWays(Jvm jvm) {
            return program(jvm, "load").recording("interval=0").run().profile();
        }
    },
    ATTACH {
        @Override
        RecordedProfile allWays(Jvm jvm) {
            try (Target target = program(jvm, "attach").start()) {
                target.awaitLine("ready");
                target.startRecording("interval=0");
                target.send("work");
                target.awaitLine("done");
                target.attach("stop");
                target.send("end");
                target.await();
                return target.profile();
            }
        }
    },
    IN_PROCESS {
        @Override
        RecordedProfile allWays(Jvm jvm) {
            Path file = Built.folder("AllWays").resolve("self.jdhat");
            String options = "interval=0,report=none,file=" + file;
            // On Java 11 the caller's present buffer is left out: docs/accuracy.md.
            String how = jvm == Jvm.JRE_11 ? "self-thread" : "self";
            program(jvm, how, options).withLibrary().run();
            return RecordedProfile.of(file);
        }
    };

    /** Runs AllWays on the JVM through this door. */
    abstract RecordedProfile allWays(Jvm jvm);

    /**
     * Before C2 compiles a method, HotSpot makes the string constants of the method's class, on the
     * thread that asked for it: real allocations, under a frame that has no `new`. Where an archive
     * holds these strings nothing is made; Java 11 comes without one, and so C2 is left out there.
     */
    private static TestJvm program(Jvm jvm, String... arguments) {
        TestJvm program = TestJvm.on(jvm, "AllWays", arguments);
        return jvm == Jvm.JRE_11 ? program.options("-XX:TieredStopAtLevel=1") : program;
    }
}
