// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class FilePatternTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @CsvSource({
        "jdhat-%p%n.jdhat,jdhat-42.jdhat",
        "%t/%h.%p,20260304-050607/box.42",
        "100%%,100%",
        "plain,plain"
    })
    void expands(String pattern, String expected) {
        assertEquals(expected, FilePattern.expand(pattern, 42, START, "box", name -> false));
    }

    @Test
    void aFileGetsTheFirstFreeNumber() {
        Set<String> taken = new HashSet<>();
        for (String expected : List.of("a", "a-2", "a-3", "a-4", "a-5", "a-6", "a-7", "a-8")) {
            String name = FilePattern.expand("a%n", 42, START, "box", taken::contains);
            assertEquals(expected, name);
            taken.add(name);
        }
        assertEquals("a-9", FilePattern.expand("a%n", 42, START, "box", taken::contains));
        assertEquals("a-9", FilePattern.expand("a%n", 42, START, "box", name -> true));
        assertEquals("a%n", FilePattern.expand("a%%n", 42, START, "box", name -> true));
    }

    @ParameterizedTest
    @CsvSource({"a%q,%q", "a%,%"})
    void anUnknownLetterIsNamed(String pattern, String letter) {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> FilePattern.expand(pattern, 42, START, "box", name -> false));
        assertEquals(
                "'"
                        + pattern
                        + "' has '"
                        + letter
                        + "', which is none of %p (process id), %t (time), %h (host),"
                        + " %n (number), %%",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "dhat-heap.json,dhat-heap-%p.json",
        "a.b/heap,a.b/heap-%p",
        "x-%p.json,x-%p.json",
        "100%%p.json,100%%p-%p.json"
    })
    void severalProcessesHaveFilesOfTheirOwn(String pattern, String expected) {
        assertEquals(expected, FilePattern.perProcess(pattern));
    }

    @Test
    void aLiteralExpandsToItself() {
        assertEquals(
                "/a%p/b",
                FilePattern.expand(
                        FilePattern.literal("/a%p/b"), 42, START, "box", name -> false));
    }
}
