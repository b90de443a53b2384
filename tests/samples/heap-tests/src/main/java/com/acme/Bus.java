// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.util.ArrayList;
import java.util.List;

/** Tells listeners what was published. */
public final class Bus {
    private final List<Listener> listeners = new ArrayList<>(1_000);

    /** Hears of everything, in a buffer of its own. */
    public static final class Listener {
        private final long[] heard = new long[10];

        void hear(long number) {
            heard[0] = number;
        }
    }

    public Listener listen() {
        Listener listener = new Listener();
        listeners.add(listener);
        return listener;
    }

    public void forget(Listener listener) {
        listeners.remove(listener);
    }

    public void publish(long number) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).hear(number);
        }
    }
}
