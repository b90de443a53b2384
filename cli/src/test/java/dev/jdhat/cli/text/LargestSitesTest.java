// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class LargestSitesTest {
    @Test
    void atThePeakAndAtTheEnd() {
        assertEquals(
                List.of(
                        "jdhat: Largest at t-gmax:",
                        "jdhat:   60.0 %  600 bytes in 6 blocks of byte[]",
                        "jdhat:           java.util.Arrays.copyOf (Arrays.java:10)",
                        "jdhat:           … shop.Cart.add (Cart.java:5)",
                        "jdhat:   30.0 %  300 bytes in 3 blocks of byte[]",
                        "jdhat:           shop.Order.body (Order.java:7)",
                        "jdhat:   10.0 %  100 bytes ± 30 % in 5 blocks of shop.Tag",
                        "jdhat:           shop.Main.main (Main.java:4)",
                        "jdhat: Largest at t-end:",
                        "jdhat:  100.0 %  300 bytes in 3 blocks of byte[]",
                        "jdhat:           shop.Order.body (Order.java:7)"),
                LargestSites.lines(SmallProfile.make(), 80));
    }

    @Test
    void eventsAreRankedOverTheRunAndNamedByKind() {
        assertEquals(
                List.of(
                        "jdhat: Largest over the run:",
                        "jdhat:   75.0 %  30 units in 10 events of kind polled",
                        "jdhat:           java.util.TimerThread.run (Timer.java:9)",
                        "jdhat:           … shop.Main.poll (Main.java:8)",
                        "jdhat:   25.0 %  10 units in 1 events",
                        "jdhat:           shop.Main.main (Main.java:3)"),
                LargestSites.lines(SmallProfile.ofEvents(), 80));
    }
}
