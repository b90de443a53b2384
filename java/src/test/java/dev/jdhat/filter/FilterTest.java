// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final ProgramPoint NODES = ProgramPoint.builder()
            .allocatedClass("java.util.HashMap$Node")
            .frames(List.of("java.util.HashMap$Node (class)",
                    "java.util.HashMap.newNode (HashMap.java:1901)",
                    "shop.Cache.put (Cache.java:12)",
                    "shop.Main.main (Main.java:3)"))
            .total(Figure.of(6_400, 200)).atPeak(Figure.of(3_200, 100)).atEnd(Figure.of(2_048, 64))
            .max(Figure.of(3_232, 101)).lifetime(200 * 3_000L).temporaryBlocks(50)
            .survivorAges(new Ages(1, 2.5, 4)).build();
    /** As another tool's profile has it. */
    private static final ProgramPoint FOREIGN = ProgramPoint.builder()
            .frames(List.of("0x1234: malloc (in libc.so)", "0x5678: main (main.c:3)"))
            .total(Figure.of(100, 1)).build();

    @ParameterizedTest
    @ValueSource(strings = {
        "", "  ", "class:HashMap", "class:\"HashMap$Node\"", "class:~\"HashMap.*\"",
        "class:~\"^java\\.util\\.HashMap\\$Node$\"", "package:java.util", "package:~^java",
        "frame:Cache", "frame:\"shop.Main.main (Main.java:3)\"", "leaf:newNode", "root:main",
        "total=6400", "total.blocks=200", "peak=3200", "peak.blocks = 100", "end=2kB", "live=2kB",
        "live.blocks=64", "end.blocks=64", "max>3kB", "max.blocks=101", "size=32",
        "lifetime=3ms", "lifetime = 3000us", "lifetime<1s", "age>3gc", "age=4", "temporary=25%",
        "temporary=25", "end>=2048", "end<=2048b", "end!=2047", "end<1.5MB", "end<0.1GiB",
        "end>-1", "!frame:\"org.junit.\"", "class:~\"HashMap.*\" & !frame:\"org.junit.\" & live>1kB",
        "size>1MB | size=32", "size>1MB & size>1 | size=32", "size=32 | size>1MB & size<1",
        "(size=32 | size>1MB) & !(size=33)", "!!class:HashMap", "!(!class:HashMap)"})
    void accepts(String expression) {
        assertTrue(Filter.parse(expression).accepts(NODES), expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "class:hashmap", "class:~\"^HashMap\"", "package:HashMap", "frame:\"(class)\"",
        "leaf:Cache", "leaf:\"(class)\"", "root:Cache", "total>6400", "total<6400", "end!=2048",
        "live>1MB", "age>4gc", "temporary>25%", "lifetime>3ms", "!class:HashMap",
        "size>1MB | size>2MB", "(size=32 | size>1MB) & size=33", "size=32 & !size=32"})
    void refuses(String expression) {
        assertFalse(Filter.parse(expression).accepts(NODES), expression);
    }

    @Test
    void whatIsNotKnownIsNeitherMoreNorLessNorEqual() {
        for (String measure : new String[] {"end", "peak", "max", "age", "lifetime", "temporary",
            "end.blocks"}) {
            for (String comparison : new String[] {"<1", "<=1", "=0", "!=0", ">=0", ">0"}) {
                String unit = measure.equals("lifetime") ? "us" : "";
                assertFalse(Filter.parse(measure + comparison + unit).accepts(FOREIGN),
                        measure + comparison);
            }
        }
        assertTrue(Filter.parse("!end>0 & total=100 & size=100").accepts(FOREIGN));
    }

    @Test
    void whatOtherToolsWriteHasFramesAndNoClass() {
        assertTrue(Filter.parse("leaf:malloc & root:main & class:~^$ & package:~^$")
                .accepts(FOREIGN));
        assertFalse(Filter.parse("class:malloc").accepts(FOREIGN));
    }

    @Test
    void aQuotedTextMayHaveQuotesAndBackslashes() {
        ProgramPoint odd = ProgramPoint.builder().frames(List.of("a\"b\\c (X.java:1)"))
                .total(Figure.of(1, 1)).build();
        assertTrue(Filter.parse("frame:\"a\\\"b\\\\c\"").accepts(odd));
        assertTrue(Filter.parse("frame:~\"a.b\\\\\\\\c\"").accepts(odd));
        assertFalse(Filter.parse("frame:\"a\\\\\\\"b\"").accepts(odd));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "class # 0 # there is no class, there are class:, package:, frame:, leaf:, root:, total,"
                + " total.blocks, peak, peak.blocks, end, end.blocks, max, max.blocks, size,"
                + " lifetime, age, temporary, new, gone, grown, shrunk, same, noise; at character"
                + " 1 of",
        "klass:x # 0 # there is no klass, there are class, package, frame, leaf, root; at"
                + " character 1 of",
        "live>>1 # 5 # end is a number of bytes; write it like 512, 64kB or 1.5MB, found \">1\" at"
                + " character 6 of",
        "age>3MB # 4 # age is a number of collections; write it like 3gc, found \"3MB\" at"
                + " character 5 of",
        "lifetime>3 # 9 # lifetime is a time; write it with us, ms, s, min or h, found \"3\" at"
                + " character 10 of",
        "live>1.2.3 # 5 # end is a number of bytes; write it like 512, 64kB or 1.5MB, found"
                + " \"1.2.3\" at character 6 of",
        "total.blocks>1k # 13 # total.blocks is a number of blocks; write it without a unit, found"
                + " \"1k\" at character 14 of",
        "class:\"x # 6 # a quoted text has no end at character 7 of",
        "class: # 6 # expected a text, in quotes if it is more than a word, and found the end at"
                + " character 7 of",
        "class:~\"(\" # 7 # \"(\" is no regular expression, Unclosed group at character 8 of",
        "(live>1 # 7 # expected ), and found the end at character 8 of",
        "live>1) # 6 # expected & or |, and found \")\" at character 7 of",
        "live>1 & # 8 # expected a test such as class:\"HashMap\" or live>1MB, and found the end at"
                + " character 9 of",
        "live>1 age>1 # 7 # expected & or |, and found \"age>1\" at character 8 of",
        "live ! 1 # 5 # expected <, <=, =, !=, >= or >, and found \"! 1\" at character 6 of"})
    void whatIsWrongIsSaidWithItsPlace(String expression, int position, String message) {
        FilterException e = assertThrows(FilterException.class, () -> Filter.parse(expression));
        assertEquals(String.join(System.lineSeparator(), message, "  " + expression,
                "  " + " ".repeat(position) + "^"), e.getMessage());
        assertEquals(position, e.position());
    }

    @Test
    void nestingHasAnEnd() {
        String deep = "(".repeat(4_000) + "live>1" + ")".repeat(4_000);
        String said = assertThrows(FilterException.class, () -> Filter.parse(deep)).getMessage();
        assertTrue(said.startsWith("the expression is nested too deep at character 201 of"), said);
        assertTrue(Filter.parse("(".repeat(100) + "live>1" + ")".repeat(100)).accepts(NODES));
    }

    @Test
    void lengthHasAnEnd() {
        assertEquals("an expression has at most 10000 characters, and this one has 10001",
                assertThrows(FilterException.class,
                        () -> Filter.parse("x".repeat(10_001))).getMessage());
        assertTrue(Filter.parse("age>3".concat("&age>3".repeat(1_665))).accepts(NODES));
    }

    @Test
    void oneProfileHasNoStates() {
        Filter filter = Filter.parse("new & end>1kB");
        assertTrue(filter.compares());
        assertEquals("\"new & end>1kB\" speaks of two profiles, and there is one only; compare it"
                + " with an earlier one.", assertThrows(IllegalArgumentException.class,
                () -> filter.accepts(NODES)).getMessage());
        assertTrue(Filter.parse("more.end>1").compares());
        assertTrue(Filter.parse("was.total>1").compares());
        assertFalse(Filter.parse("end>1").compares());
    }

    @Test
    void aProfileOfSomeSitesHasTheirSums() {
        Profile all = Profile.builder(ProfileInfo.builder().build())
                .points(List.of(NODES, FOREIGN)).build();
        Profile some = Filter.parse("class:HashMap").of(all);
        assertEquals(List.of(NODES), some.points());
        assertEquals(Figure.of(6_400, 200), some.total());
        assertEquals(Figure.of(3_200, 100), some.atPeak());
        assertEquals(Figure.of(2_048, 64), some.atEnd());
        assertSame(all, Filter.parse("").of(all));
        assertEquals(Figure.ZERO, Filter.parse("total>1MB").of(all).total());
    }
}
