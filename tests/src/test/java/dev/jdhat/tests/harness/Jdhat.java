// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** The command line, as a user runs it: processes of jdhat.jar. */
public final class Jdhat {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Jdhat() {}

    /** Starts `jdhat ARGUMENTS` in the folder. */
    public static Child start(Path folder, String... arguments) {
        return start(Jvm.JDK_17, folder, Map.of(), arguments);
    }

    /** As above, on that JVM and with variables added to the environment. */
    public static Child start(
            Jvm jvm, Path folder, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(jvm.require().resolve("bin/java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(Built.jar().toString());
        command.addAll(List.of(arguments));
        return Child.start(command, folder, variables);
    }

    /** Runs `jdhat ARGUMENTS` to its end, which must have this exit code. */
    public static Child end(int code, Path folder, String... arguments) {
        return end(code, start(folder, arguments));
    }

    /** Waits for the end of a started one, which must have this exit code. */
    public static Child end(int code, Child jdhat) {
        try (jdhat) {
            Assertions.assertEquals(code, jdhat.await(PATIENCE), jdhat.toString());
            return jdhat;
        }
    }

    /** The `java` of the JVM and its options for a test program, as a command to run. */
    public static String[] program(Jvm jvm, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                jvm.require().resolve("bin/java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-cp",
                Built.programs().toString(), "dev.jdhat.tests.programs." + name));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }
}
