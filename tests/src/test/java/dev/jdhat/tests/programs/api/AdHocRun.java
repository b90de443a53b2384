// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.AdHoc;
import dev.jdhat.Profiler;

/**
 * The program of dhat-rs's tests/ad-hoc.rs: events before and after the profiler, which are
 * ignored, and 4 of 100, 1, 2 and 3 units meanwhile; allocations do not count. Then both modes at
 * once with two kinds: 3 events of 10 "copied" and 2 of 7 "polled", one of them on a new thread.
 * Expected: 106 units in 4 events; 44 units in 5 events.
 */
public final class AdHocRun {
    private static final AdHoc.Kind COPIED = AdHoc.kind("copied");
    private static final AdHoc.Kind POLLED = AdHoc.kind("polled");

    private AdHocRun() {}

    static void hundred() {
        AdHoc.event(100);
    }

    static void one() {
        AdHoc.event(1);
    }

    static void two() {
        AdHoc.event(2);
    }

    static void three() {
        AdHoc.event(3);
    }

    static void copied() {
        for (int i = 0; i < 3; i++) COPIED.event(10);
    }

    static void polled() {
        POLLED.event(7);
    }

    static void adHocOnly() {
        AdHoc.event(1000);
        try (Profiler profiler = Profiler.builder().adHoc().adHocReport("only.json").start()) {
            hundred();
            one();
            Blocks.make(10, 1000);
            two();
            three();
            AdHoc.event(0);
            System.out.println(profiler.adHocStats());
            Say.refused(() -> AdHoc.event(-1));
        }
        AdHoc.event(1000);
    }

    static void both() throws InterruptedException {
        try (Profiler profiler = Profiler.builder().heap().adHoc().exact().report("heap.json")
                .adHocReport("ad-hoc.json").quiet().start()) {
            copied();
            polled();
            Thread thread = new Thread(AdHocRun::polled);
            thread.start();
            thread.join();
            Blocks.make(10, 1000);
            System.out.println(profiler.adHocStats());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        adHocOnly();
        both();
    }
}
