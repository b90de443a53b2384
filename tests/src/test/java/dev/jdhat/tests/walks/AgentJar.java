// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import dev.jdhat.tests.harness.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar for -javaagent with nothing in it but the name of a class that is on the class path. */
final class AgentJar {
    private static Path jar;

    private AgentJar() {}

    static synchronized Path path() {
        if (jar == null) {
            jar = made(Built.folder("agent-jar").resolve("redefine.jar"));
        }
        return jar;
    }

    private static Path made(Path file) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", "dev.jdhat.tests.programs.walks.Redefine");
        main.putValue("Can-Redefine-Classes", "true");
        main.putValue("Can-Retransform-Classes", "true");
        try {
            new JarOutputStream(Files.newOutputStream(file), manifest).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
