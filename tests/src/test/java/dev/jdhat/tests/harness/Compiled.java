// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small agents in C that tests load beside jdhat, compiled when they are first wanted. */
public final class Compiled {
    private static final Map<String, Path> AGENTS = new HashMap<>();

    private Compiled() {}

    /** The library made of tests/agents/NAME.c. */
    public static synchronized Path agent(String name) {
        return AGENTS.computeIfAbsent(name, Compiled::compile);
    }

    private static Path compile(String name) {
        Path headers = Jvm.JDK_17.require().resolve("include");
        if (!Files.exists(headers.resolve("jvmti.h"))) {
            Needs.missing("jvmti.h", "install a JDK of version 17, not a JRE");
        }
        Path folder = Built.folder(name);
        Path library = folder.resolve("lib" + name + ".so");
        List<String> command = List.of("cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra",
                "-Werror", "-I" + headers, "-I" + headers.resolve("linux"), "-o",
                library.toString(), Built.root().resolve("tests/agents/" + name + ".c").toString());
        try (Child child = Child.start(command, folder)) {
            if (child.await() != 0) {
                throw new AssertionError("The agent does not compile: " + child);
            }
        }
        return library;
    }
}
