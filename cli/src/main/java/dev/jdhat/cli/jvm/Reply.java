// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the agent answered to a command: {@code ok} or {@code error}, then lines {@code key=value}.
 */
public final class Reply {
    private final boolean ok;
    private final Map<String, String> values;

    private Reply(boolean ok, Map<String, String> values) {
        this.ok = ok;
        this.values = Collections.unmodifiableMap(values);
    }

    /** Reads the file that the agent wrote; null when it wrote none. */
    static Reply read(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return null;
        }
        return of(Files.readAllLines(file));
    }

    public static Reply of(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new Reply(lines.get(0).equals("ok"), values);
    }

    public boolean ok() {
        return ok;
    }

    /** The value of {@code key}, "" where the agent did not say. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** Everything that the agent said. */
    public Map<String, String> values() {
        return values;
    }

    public OptionalLong number(String key) {
        try {
            return OptionalLong.of(Long.parseLong(value(key)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    public boolean recording() {
        return value("state").equals("recording");
    }
}
