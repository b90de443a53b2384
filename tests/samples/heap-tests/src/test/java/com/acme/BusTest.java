// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import dev.jdhat.junit.HeapAssert;
import org.junit.jupiter.api.Test;

class BusTest {
    private final Bus bus = new Bus();

    @Test
    void forgetsListeners() {
        HeapAssert.that(() -> bus.forget(bus.listen())).leaksNothing().leaksAtMost(0);
    }

    @Test
    void holdsOneListenerAtMost() {
        HeapAssert.that(() -> bus.forget(bus.listen())).warmingUp(1).repeating(100)
                .peaksAtMost(200);
    }

    @Test
    void listensOnAnotherThread() {
        HeapAssert.that(() -> {
            Thread thread = new Thread(() -> bus.forget(bus.listen()));
            thread.start();
            thread.join();
        }).inPackages("com.acme").ofType(Bus.Listener.class).warmingUp(1).allThreads()
                .allocatesAtMostBlocks(1);
    }
}
