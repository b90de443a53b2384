// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.filter.Filter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file of limits and known sites, made to be committed: Java's properties in UTF-8. docs/check.md
 * has an example. Immutable.
 */
public final class LimitsFile {
    private static final String SUPPRESS = "suppress.";
    private static final String WHERE = ".where";
    private static final String REASON = ".reason";
    private static final String UNTIL = ".until";

    private final List<Limit> limits = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();

    private LimitsFile(Properties properties) {
        Set<String> names = new TreeSet<>(properties.stringPropertyNames());
        Set<String> suppressed = new TreeSet<>();
        for (String name : names) {
            if (name.startsWith(SUPPRESS)) {
                suppressed.add(nameOf(name));
            } else {
                limits.add(Limit.of(name, properties.getProperty(name)));
            }
        }
        suppressed.forEach(name -> suppressions.add(suppression(name, properties)));
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when something in it is wrong
     */
    public static LimitsFile read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("It is not text in UTF-8.", e);
        }
        return new LimitsFile(properties);
    }

    private static String nameOf(String key) {
        for (String part : List.of(WHERE, REASON, UNTIL)) {
            if (key.endsWith(part) && key.length() > SUPPRESS.length() + part.length()) {
                return key.substring(SUPPRESS.length(), key.length() - part.length());
            }
        }
        throw new IllegalArgumentException("There is no " + key + "; a suppression is "
                + SUPPRESS + "NAME" + WHERE + ", " + SUPPRESS + "NAME" + REASON + " and "
                + SUPPRESS + "NAME" + UNTIL + ".");
    }

    private static Suppression suppression(String name, Properties properties) {
        String where = needed(name, WHERE, "the expression that accepts the known sites",
                properties);
        String reason = needed(name, REASON, "why they may be there", properties);
        return new Suppression(name, Filter.parse(where), reason,
                day(SUPPRESS + name + UNTIL, properties));
    }

    private static String needed(String name, String part, String what, Properties properties) {
        String value = properties.getProperty(SUPPRESS + name + part, "").trim();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(SUPPRESS + name + part + " is missing: " + what
                    + ".");
        }
        return value;
    }

    private static LocalDate day(String key, Properties properties) {
        String value = properties.getProperty(key);
        try {
            return value == null ? null : LocalDate.parse(value.trim());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " is \"" + value
                    + "\"; write the last day like 2027-03-31.", e);
        }
    }

    /** By name. */
    public List<Limit> limits() {
        return List.copyOf(limits);
    }

    /** By name. */
    public List<Suppression> suppressions() {
        return List.copyOf(suppressions);
    }
}
