// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A package uses only what stands below it: recording, profile, filter, compare, merge, check,
 * leaks, export, page, report; agent, root, junit.
 */
class PackageOrderTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "jdhat");
    private static final Pattern OWN =
            Pattern.compile("\\bdev\\.jdhat\\.(?:([a-z]+)\\.)?[A-Z]\\w*");
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("recording", Set.of()),
            Map.entry("profile", Set.of("recording")),
            Map.entry("filter", Set.of("profile")),
            Map.entry("compare", Set.of("profile", "filter")),
            Map.entry("merge", Set.of("recording", "profile")),
            Map.entry("check", Set.of("profile", "filter", "compare")),
            Map.entry("leaks", Set.of("profile")),
            Map.entry("export", Set.of("recording", "profile", "filter", "compare", "leaks")),
            Map.entry("page", Set.of("recording", "profile", "filter", "compare", "export")),
            Map.entry("report", Set.of("recording", "profile", "export")),
            Map.entry("agent", Set.of()),
            Map.entry("", Set.of("recording", "profile", "export", "report", "agent")),
            Map.entry("junit", Set.of("profile", "export", "")));

    @Test
    void packagesUseOnlyLowerOnes() throws IOException {
        Set<String> wrong = new TreeSet<>();
        int files = 0;
        for (Path file : sources()) {
            files++;
            Path relative = SOURCES.relativize(file);
            String own = relative.getNameCount() == 1 ? "" : relative.getName(0).toString();
            assertTrue(MAY_USE.containsKey(own), "package " + own + " has no place in the order");
            Matcher used = OWN.matcher(Files.readString(file));
            while (used.find()) {
                String other = used.group(1) == null ? "" : used.group(1);
                if (!other.equals(own) && !MAY_USE.get(own).contains(other)) {
                    wrong.add(relative + " uses " + used.group());
                }
            }
        }
        assertTrue(files > 30, "the sources were not found");
        assertEquals(Set.of(), wrong);
    }

    @Test
    void filesStaySmall() throws IOException {
        Set<String> large = new TreeSet<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > 310) {
                large.add(file + ": " + lines.size() + " lines");
            }
            lines.stream().filter(line -> line.length() > 100).forEach(large::add);
        }
        assertEquals(Set.of(), large);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toList());
        }
    }
}
