// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Unit;

import java.util.List;

/** A profile of three sites for the tests of what is printed. */
final class SmallProfile {
    private SmallProfile() {}

    static Profile make() {
        return Profile.builder(
                        ProfileInfo.builder()
                                .command("shop.Main --fast")
                                .pid(42)
                                .timeAtPeak(1_500_000)
                                .timeAtEnd(2_000_000)
                                .build())
                .points(
                        List.of(
                                point(
                                        "byte[]",
                                        8000,
                                        80,
                                        Figure.of(600, 6),
                                        Figure.of(0, 0),
                                        "byte[] (class)",
                                        "java.util.Arrays.copyOf (Arrays.java:10)",
                                        "shop.Cart.add (Cart.java:5)",
                                        "shop.Main.main (Main.java:3)"),
                                point(
                                        "byte[]",
                                        1000,
                                        10,
                                        Figure.of(300, 3),
                                        Figure.of(300, 3),
                                        "byte[] (class)",
                                        "shop.Order.body (Order.java:7)",
                                        "shop.Main.main (Main.java:3)"),
                                point(
                                        "shop.Tag",
                                        1000,
                                        50,
                                        Figure.of(100, 5, 30, 1.5),
                                        Figure.UNKNOWN,
                                        "shop.Tag (class)",
                                        "shop.Main.main (Main.java:4)")))
                .build();
    }

    /** A kind of event and events of none. */
    static Profile ofEvents() {
        return Profile.builder(
                        ProfileInfo.builder()
                                .unit(Unit.AD_HOC)
                                .bytesName("units")
                                .blocksName("events")
                                .lifetimes(false)
                                .build())
                .points(
                        List.of(
                                events(
                                        Figure.of(30, 10),
                                        "polled (ad hoc)",
                                        "java.util.TimerThread.run (Timer.java:9)",
                                        "shop.Main.poll (Main.java:8)"),
                                events(Figure.of(10, 1), "shop.Main.main (Main.java:3)")))
                .build();
    }

    private static ProgramPoint events(Figure total, String... frames) {
        return ProgramPoint.builder().frames(List.of(frames)).total(total).build();
    }

    private static ProgramPoint point(
            String type, long bytes, long blocks, Figure peak, Figure end, String... frames) {
        return ProgramPoint.builder()
                .allocatedClass(type)
                .frames(List.of(frames))
                .total(Figure.of(bytes, blocks))
                .atPeak(peak)
                .atEnd(end)
                .build();
    }
}
