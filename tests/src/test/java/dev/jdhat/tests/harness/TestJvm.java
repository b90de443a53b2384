// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a fresh JVM that runs one of the test programs, with the agent unless told otherwise. */
public final class TestJvm {
    private final Jvm jvm;
    private final String program;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx256m"));
    private final Map<String, String> variables = new HashMap<>();
    private final List<Path> classPath = new ArrayList<>(List.of(Built.programs()));
    private final List<String> wrapper = new ArrayList<>();
    private Path folder;
    private String agent;

    private TestJvm(Jvm jvm, String program) {
        this.jvm = jvm;
        this.program = program;
    }

    /** A JVM for the program, named by its class's simple name in the package of programs. */
    public static TestJvm on(Jvm jvm, String program, String... arguments) {
        TestJvm built = new TestJvm(jvm, program);
        built.arguments.addAll(List.of(arguments));
        return built;
    }

    /** Options of the JVM, after -Xmx256m. */
    public TestJvm options(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    public TestJvm collector(Collector collector) {
        jvmOptions.addAll(collector.options());
        return this;
    }

    public TestJvm variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Puts jdhat.jar on the class path, for programs that use the library. */
    public TestJvm withLibrary() {
        return with(Built.jar());
    }

    /** Puts a jar on the class path. */
    public TestJvm with(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** Loads the agent with exactly these options. */
    public TestJvm agentPath(String options) {
        return agent(Built.agent() + "=" + options);
    }

    /** Loads the agent without any option. */
    public TestJvm agentPath() {
        return agent(Built.agent().toString());
    }

    private TestJvm agent(String path) {
        agent = "-agentpath:" + path;
        return this;
    }

    /** Loads the agent; it records to `recording.jdhat` and writes no report. */
    public TestJvm recording(String... options) {
        List<String> all = new ArrayList<>(List.of("file=recording.jdhat", "report=none"));
        all.addAll(List.of(options));
        return agentPath(String.join(",", all));
    }

    /** Runs it in a shell, behind the commands, as `ulimit -f 64`. */
    public TestJvm after(String commands) {
        wrapper.addAll(List.of("sh", "-c", commands + "; exec \"$0\" \"$@\""));
        return this;
    }

    /** The folder in which it runs, new unless this names one. */
    public TestJvm in(Path folder) {
        this.folder = folder;
        return this;
    }

    public Target start() {
        Path home = jvm.require();
        Path where = folder != null ? folder : Built.folder(program);
        List<String> command = new ArrayList<>(wrapper);
        command.add(home.resolve("bin/java").toString());
        command.addAll(jvmOptions);
        if (agent != null) {
            command.add(agent);
        }
        command.add("-cp");
        command.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        command.add("dev.jdhat.tests.programs." + program);
        command.addAll(arguments);
        return new Target(Child.start(command, where, variables), where);
    }

    /** Runs the program to its end, which must be a normal one. */
    public Target run() {
        Target target = start();
        try (target) {
            int status = target.await();
            if (status != 0) {
                throw new AssertionError("Exit status " + status + " of: " + target);
            }
            return target;
        }
    }

    /** Runs the program to its end, whatever its exit status. */
    public Target end(Duration patience) {
        try (Target target = start()) {
            target.child().await(patience);
            return target;
        }
    }
}
