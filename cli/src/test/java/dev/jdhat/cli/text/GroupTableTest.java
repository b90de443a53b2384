// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.Grouping;
import dev.jdhat.profile.SortBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class GroupTableTest {
    @Test
    void byClass() {
        assertEquals(
                List.of(
                        "over the run  bytes    blocks  sites  class",
                        "      90.0 %  9,000        90      2  byte[]",
                        "      10.0 %  1,000        50      1  shop.Tag"),
                GroupTable.lines(SmallProfile.make(), SortBy.TOTAL, Grouping.CLASS, 10, 80));
    }

    @Test
    void byThePackageThatAllocates() {
        assertEquals(
                List.of(
                        "over the run  bytes    blocks  sites  package",
                        "      80.0 %  8,000        80      1  java.util",
                        "and 1 more"),
                GroupTable.lines(SmallProfile.make(), SortBy.TOTAL, Grouping.PACKAGE, 1, 80));
    }

    @Test
    void errorsAddAsSquares() {
        assertEquals(
                List.of(
                        "at t-gmax  bytes           blocks  sites  package",
                        "   60.0 %    600                6      1  java.util",
                        "   40.0 %    400  ± 7.5 %       8      2  shop"),
                GroupTable.lines(SmallProfile.make(), SortBy.PEAK, Grouping.PACKAGE, 10, 80));
    }

    @Test
    void whatIsNotThere() {
        assertEquals(
                List.of("What was there at t-end is not known."),
                GroupTable.lines(SmallProfile.ofEvents(), SortBy.END, Grouping.CLASS, 10, 80));
    }
}
