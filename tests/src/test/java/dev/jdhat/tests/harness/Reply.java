// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The agent's answer to a command. */
public final class Reply {
    private final String verdict;
    private final Map<String, String> values = new HashMap<>();

    private Reply(List<String> lines) {
        verdict = lines.get(0);
        for (String line : lines.subList(1, lines.size())) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    static Reply read(Path file) throws IOException {
        return new Reply(Files.readAllLines(file));
    }

    public boolean isOk() {
        return verdict.equals("ok");
    }

    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    public long number(String key) {
        return Long.parseLong(value(key));
    }

    /** The sentence of an error. */
    public String message() {
        return value("message");
    }

    /** Fails where the agent refused. */
    public Reply mustBeOk() {
        if (!isOk()) {
            throw new AssertionError("The agent refused: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return verdict + " " + values;
    }
}
