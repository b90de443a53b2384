// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.leaks.LeakReport;
import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class LeaksTextTest {
    private static final int COLLECTIONS = 12;

    private static ProgramPoint point(String type, int first, int step) {
        double[] live =
                IntStream.range(0, COLLECTIONS).mapToDouble(i -> first + step * i).toArray();
        double[] none = new double[COLLECTIONS];
        return ProgramPoint.builder()
                .allocatedClass(type)
                .frames(List.of(type + " (class)", "shop.Cart.add (Cart.java:5)"))
                .total(Figure.of(2_000, 20))
                .atEnd(Figure.of(2_000, 20))
                .max(Figure.of(2_000, 20))
                .survivorAges(new Ages(1, 2, 8))
                .history(new LiveHistory(live, live, none, none, live))
                .build();
    }

    @Test
    void theEvidenceAndThenTheSites() {
        boolean[] full = new boolean[COLLECTIONS];
        Arrays.fill(full, true);
        HistoryClock clock =
                HistoryClock.of(
                        LongStream.rangeClosed(1, COLLECTIONS).map(i -> i * 1_000_000).toArray(),
                        full,
                        IntStream.range(0, COLLECTIONS).asDoubleStream().toArray());
        LeakReport report =
                LeakReport.of(
                        Profile.builder(ProfileInfo.builder().build())
                                .points(List.of(point("shop.Tag", 100, 100), point("byte[]", 9, 0)))
                                .historyClock(clock)
                                .build());
        assertEquals(
                List.of(
                        "",
                        "Evidence:   12 collections, 12 of them full, between 1.0 s"
                                + " and 12.0 s after the",
                        "            start; growth by the hour is extrapolated from 11.0 s",
                        "            2 sites were tested at once; of those called"
                                + " growing at most 1 in",
                        "            100 is so by chance, on average",
                        "",
                        "Of 2 sites 1 growing, 0 not enough collections yet, 1"
                                + " plateau, 0 spike, 0 churn.",
                        "",
                        "  1. growing  1,200 bytes live",
                        "     rose in 11 of 11 steps between collections, by 352 kB an hour"
                                + " (352 kB to",
                        "     352 kB); what is live was born in 12 of 12 spans between"
                                + " collections, and",
                        "     its oldest blocks have survived at least 8 collections",
                        "     shop.Tag (class)",
                        "     … 1 more"),
                new LeaksText(report, Style.PLAIN, 80).lines(report.sites().subList(0, 1), 1));
    }
}
