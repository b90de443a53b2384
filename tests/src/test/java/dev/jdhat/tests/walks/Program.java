// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import dev.jdhat.tests.harness.Jvm;
import java.util.ArrayList;
import java.util.List;

/** The programs that try to break the fast walk, in the package `walks`. */
enum Program {
    /** Fills and empties a code cache of 8 MB. */
    CODE_CHURN("CodeChurn", 60, 160) {
        @Override
        List<String> options(Jvm jvm) {
            return List.of("-XX:ReservedCodeCacheSize=8m");
        }
    },
    /** Return addresses lie where others lay, in code that was freed. */
    CODE_REUSE("CodeReuse", 30, 500) {
        @Override
        List<String> options(Jvm jvm) {
            // Java 17 and older free code when it is time for that: here it always is.
            return jvm.feature() < 20
                    ? List.of("-XX:ReservedCodeCacheSize=8m", "-XX:StartAggressiveSweepingAt=99")
                    : List.of("-XX:ReservedCodeCacheSize=8m");
        }
    },
    /** Class hierarchies that grow, branches that were never taken. */
    DEOPT("Deopt", 5, 7000),
    /** Loops that are entered once. */
    OSR("Osr", 2, 70_000),
    /** Class unloading that System.gc() brings. With -Xcomp code comes where other code was. */
    LOADERS("LoaderChurn", 100, 10, 1),
    /** Class unloading that a small metaspace brings, under compiled code. */
    LOADERS_SMALL("LoaderChurn", 900, 6, 0) {
        @Override
        List<String> options(Jvm jvm) {
            return List.of("-XX:MaxMetaspaceSize=12m", "-XX:MetaspaceSize=3m");
        }
    },
    /** Return addresses become one deopt handler. */
    PARKED("Parked", 10) {
        @Override
        List<String> options(Jvm jvm) {
            return List.of("-Xbatch", "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=dontinline,*Parked.call",
                    "-XX:CompileCommand=dontinline,*Parked.pass",
                    "-XX:CompileCommand=dontinline,*Parked.deeper");
        }
    },
    /** Methods that get other lines. */
    REDEFINE("Redefine", 60, 300, 3) {
        @Override
        List<String> options(Jvm jvm) {
            return List.of("-javaagent:" + AgentJar.path());
        }

        /** Java 11's own StackWalker leaves frames of old versions out, and so the program's truth. */
        @Override
        boolean runsOn(Jvm jvm) {
            return jvm != Jvm.JRE_11;
        }
    },
    /** Recursions within the depth limit. */
    DEEP("Deep", 2, 120, 32) {
        @Override
        String agentOptions() {
            return ",depth=2048";
        }
    },
    /** As above, near the largest limit. */
    VERY_DEEP("Deep", 1, 1200, 4) {
        @Override
        String agentOptions() {
            return ",depth=2048";
        }
    },
    /** Recursions that are cut. */
    DEEP_CUT("Deep", 2, 1000, 8) {
        @Override
        String agentOptions() {
            return ",depth=16";
        }
    },
    /** Frames that no source has. */
    INDIRECT("Indirect", 1, 1500),
    /** The VM in the middle of the stack. */
    UPCALLS("Upcalls", 4, 1500) {
        @Override
        List<String> options(Jvm jvm) {
            // From 18 on reflection is made of method handles, unless it is told not to.
            return jvm.feature() < 18
                    ? List.of("-Dsun.reflect.inflationThreshold=1000000")
                    : List.of("-Djdk.reflect.useNativeAccessorOnly=true");
        }
    },
    /** Unwinding, and no stack left. */
    THROWN("Thrown", 2, 400),
    /** Stacks of which only the top is there. */
    VIRTUALS("Virtuals", 2, 800) {
        @Override
        boolean runsOn(Jvm jvm) {
            return jvm.feature() >= 21;
        }
    };

    private final String main;
    private final int[] arguments;

    Program(String main, int... arguments) {
        this.main = main;
        this.arguments = arguments;
    }

    /** The class, in the words of the test harness. */
    String main() {
        return "walks." + main;
    }

    /** The arguments for a run of so many times its usual rounds. */
    String[] arguments(int times) {
        List<String> texts = new ArrayList<>();
        for (int argument : arguments) {
            texts.add(Integer.toString(texts.isEmpty() ? argument * times : argument));
        }
        return texts.toArray(String[]::new);
    }

    /** What this program wants of the JVM. */
    List<String> options(Jvm jvm) {
        return List.of();
    }

    /** What it wants of the agent, after a comma. */
    String agentOptions() {
        return "";
    }

    /** The least share of events whose stack the cache must give: half of what was measured, or less. */
    double floor() {
        return switch (this) {
            case PARKED -> 0.04;
            // A return barrier, or a frame that the carrier has not yet, is left to the JVM.
            case VIRTUALS -> 0.02;
            case LOADERS -> 0.15;
            case REDEFINE -> 0.3;
            case UPCALLS -> 0.25;
            default -> 0.4;
        };
    }

    boolean runsOn(Jvm jvm) {
        return true;
    }

    /** Whether it makes more classes than the JVM can keep. */
    boolean needsUnloading() {
        return this == LOADERS || this == LOADERS_SMALL;
    }
}
