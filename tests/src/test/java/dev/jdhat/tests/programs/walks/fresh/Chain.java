// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;

/** Its 2,500th run starts a chain of initialisers, under code that is compiled by then. */
public final class Chain implements Runnable {
    private int runs;

    /** Begins the chain. */
    static final class First {
        static final int VALUE = Second.VALUE + made(1_000_000);

        private First() {}
    }

    /** In the middle. */
    static final class Second {
        static final int VALUE;

        static {
            Place.sink = new float[Place.at(1_000_001)];
            VALUE = Third.VALUE;
            for (int i = 0; i < 20; i++) made(1_000_002);
        }

        private Second() {}
    }

    /** Loaded by a loader that allocates. */
    static final class Third {
        static final int VALUE = made(1_000_003);

        private Third() {}
    }

    static int made(int place) {
        float[] made = new float[Place.at(place)];
        Place.sink = made;
        return made.length;
    }

    @Override
    public void run() {
        if (++runs == 2500) made(First.VALUE < 0 ? 1_000_004 : 1_000_005);
        made(1_000_006);
    }
}
