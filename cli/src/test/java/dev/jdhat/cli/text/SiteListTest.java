// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.SortBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class SiteListTest {
    private static List<String> lines(SortBy by, int top, int depth, int width) {
        return new SiteList(SmallProfile.make(), by, Style.PLAIN, width).lines(top, depth);
    }

    @Test
    void theLargestFirstWithTheirOtherFigures() {
        assertEquals(
                List.of(
                        "The largest 2 of 3 sites at t-gmax:",
                        "",
                        "  1.  60.0 %  600 bytes in 6 blocks",
                        "     over the run 8,000 in 80; at t-end 0 in 0",
                        "     byte[] (class)",
                        "     java.util.Arrays.copyOf (Arrays.java:10)",
                        "     … 2 more",
                        "",
                        "  2.  30.0 %  300 bytes in 3 blocks",
                        "     over the run 1,000 in 10; at t-end 300 in 3",
                        "     byte[] (class)",
                        "     shop.Order.body (Order.java:7)",
                        "     … 1 more"),
                lines(SortBy.PEAK, 2, 2, 80));
    }

    @Test
    void estimatesHaveTheirErrorAndTheUnknownADash() {
        List<String> lines = lines(SortBy.PEAK, 3, 0, 80);
        assertEquals("  3.  10.0 %  100 bytes ± 30 % in 5 blocks", lines.get(10));
        assertEquals("     over the run 1,000 in 50; at t-end – in –", lines.get(11));
    }

    @Test
    void onlySitesThatHoldSomething() {
        assertEquals("The largest 1 of 3 sites at t-end:", lines(SortBy.END, 10, 1, 80).get(0));
    }

    @Test
    void framesFitTheWidth() {
        assertEquals(
                "     j.u.Arrays.copyOf (Arrays.java:10)", lines(SortBy.TOTAL, 1, 2, 40).get(5));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Profile unknown = Profile.builder(ProfileInfo.builder().lifetimes(false).build()).build();
        assertEquals(
                List.of("What was there at t-end is not known."),
                new SiteList(unknown, SortBy.END, Style.PLAIN, 80).lines(3, 3));
        assertEquals(
                List.of("No site holds anything over the run."),
                new SiteList(unknown, SortBy.TOTAL, Style.PLAIN, 80).lines(3, 3));
    }
}
