// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.AdHoc;
import java.io.IOException;

/**
 * Profiles nothing itself: 10 events of 3 units of kind "polled", and 100 blocks of 1,000 bytes
 * that are kept. With "wait" it does that when it is told to, and ends when it is told to.
 * Expected: 30 units in 10 events, 100,000 bytes in 100 blocks.
 */
public final class Emits {
    private static final AdHoc.Kind POLLED = AdHoc.kind("polled");
    private static final Object[] KEPT = new Object[100];

    private Emits() {}

    static void poll() {
        for (int i = 0; i < 10; i++) POLLED.event(3);
    }

    static void keep() {
        for (int i = 0; i < KEPT.length; i++) KEPT[i] = Blocks.of(1000);
    }

    private static void pause(String line, String[] args) throws IOException {
        System.out.println(line);
        int c = args.length > 0 ? System.in.read() : '\n';
        while (c >= 0 && c != '\n') c = System.in.read();
    }

    private static void work() {
        poll();
        keep();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        pause("ready", args);
        // A thread that is older than the recording is not exact from its first block on.
        Thread worker = new Thread(Emits::work);
        worker.start();
        worker.join();
        pause("worked", args);
    }
}
