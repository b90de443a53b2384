// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

/**
 * A JVM on this machine.
 *
 * @param name its main class or jar and the arguments, "" where it does not say
 */
public record Jvm(long pid, String name) {
    /** The main class or jar without path and arguments. */
    public String shortName() {
        String first = name.strip().split("\\s+", 2)[0];
        if (first.isEmpty()) {
            return "unknown";
        }
        String file =
                first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
        return file.isEmpty() ? first : file;
    }
}
