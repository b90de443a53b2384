// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/** At one place 3,000 Thing on a thread named `left`, then 1,000 on one named `right-7`. */
public final class TwoThreads {
    private TwoThreads() {}

    public static void main(String[] args) throws InterruptedException {
        on("left", 3000);
        on("right-7", 1000);
    }

    private static void on(String name, int blocks) throws InterruptedException {
        Thread thread = new Thread(() -> work(blocks), name);
        thread.start();
        thread.join();
    }

    static void work(int blocks) {
        for (int i = 0; i < blocks; i++) Thing.sink = new Thing(i);
    }
}
