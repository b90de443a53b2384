// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The collectors, and which JVM offers which. */
public enum Collector {
    SERIAL("-XX:+UseSerialGC"),
    PARALLEL("-XX:+UseParallelGC"),
    G1("-XX:+UseG1GC"),
    ZGC("-XX:+UseZGC"),
    SHENANDOAH("-XX:+UseShenandoahGC"),
    EPSILON("-XX:+UseEpsilonGC");

    private static final Map<Jvm, List<Collector>> OFFERED =
            Collections.synchronizedMap(new EnumMap<>(Jvm.class));

    private final String flag;

    Collector(String flag) {
        this.flag = flag;
    }

    /** The options that choose it. */
    public List<String> options() {
        return List.of("-XX:+UnlockExperimentalVMOptions", flag);
    }

    /** Whether a collection is one pause. */
    public boolean stopsTheWorld() {
        return this == SERIAL || this == PARALLEL || this == G1;
    }

    /** The collectors of the JVM, found by asking it; all of them where the JVM is missing. */
    public static List<Collector> of(Jvm jvm) {
        return jvm.home().isEmpty()
                ? List.of(SERIAL)
                : OFFERED.computeIfAbsent(jvm, Collector::ask);
    }

    private static List<Collector> ask(Jvm jvm) {
        List<Collector> offered = new ArrayList<>();
        for (Collector collector : values()) {
            List<String> command = new ArrayList<>();
            command.add(jvm.require().resolve("bin/java").toString());
            command.addAll(collector.options());
            command.addAll(List.of("-Xmx64m", "-version"));
            try (Child child = Child.start(command, Built.folder("collectors"))) {
                if (child.await(Duration.ofSeconds(30)) == 0) {
                    offered.add(collector);
                }
            }
        }
        return offered;
    }
}
