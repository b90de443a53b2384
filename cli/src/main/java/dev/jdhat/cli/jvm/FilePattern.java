// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;

/**
 * Names of files with {@code %p} (process id), {@code %t} (start, UTC), {@code %h} (host) and
 * {@code %%}.
 */
public final class FilePattern {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The usual name of a recording, as in the agent. */
    public static final String RECORDING = "jdhat-%p%n.jdhat";

    /** The last number that {@code %n} stands for, as in the agent. */
    private static final int LAST_NUMBER = 9;

    private FilePattern() {}

    /**
     * The name that {@code pattern} stands for.
     *
     * @param taken whether there is a file of a name, which {@code %n} avoids up to its last number
     * @throws IllegalArgumentException on any other letter after a percent sign
     */
    public static String expand(
            String pattern, long pid, Instant start, String host, Predicate<String> taken) {
        int number = 1;
        String name = expand(pattern, pid, start, host, number);
        while (pattern.contains("%n") && taken.test(name) && number < LAST_NUMBER) {
            name = expand(pattern, pid, start, host, ++number);
        }
        return name;
    }

    private static String expand(
            String pattern, long pid, Instant start, String host, int number) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                name.append(c);
                continue;
            }
            char letter = ++i < pattern.length() ? pattern.charAt(i) : ' ';
            switch (letter) {
                case 'p' -> name.append(pid);
                case 't' -> name.append(TIME.format(start));
                case 'h' -> name.append(host);
                case 'n' -> name.append(number > 1 ? "-" + number : "");
                case '%' -> name.append('%');
                default ->
                        throw new IllegalArgumentException(
                                "'"
                                        + pattern
                                        + "' has '%"
                                        + String.valueOf(letter).strip()
                                        + "', which is none of %p (process id), %t (time), %h"
                                        + " (host), %n (number), %%");
            }
        }
        return name.toString();
    }

    /**
     * {@code pattern} with the process id in it, so that several processes write to files of their
     * own.
     */
    public static String perProcess(String pattern) {
        if (pattern.replace("%%", "").contains("%p")) {
            return pattern;
        }
        int name = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\')) + 1;
        int dot = pattern.lastIndexOf('.');
        int at = dot > name ? dot : pattern.length();
        return pattern.substring(0, at) + "-%p" + pattern.substring(at);
    }

    /** A name in which {@code path} stands for itself. */
    public static String literal(String path) {
        return path.replace("%", "%%");
    }
}
