// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps 1,000 Thing (24 bytes) and drops 1,000, then ends in the way that its argument names.
 * Expected: `kept` total 1,000 blocks, 24,000 bytes, and as much at the end; `dropped` the same
 * total, nothing at the end when a final collection ran.
 */
public final class Endings {
    static final List<Object> list = new ArrayList<>(1000);

    private Endings() {}

    static void kept() {
        for (int i = 0; i < 1000; i++) list.add(new Thing(i));
    }

    static void dropped() {
        for (int i = 0; i < 1000; i++) Thing.sink = new Thing(i);
        Thing.sink = null;
    }

    static void exhaust() {
        Object chain = null;
        while (true) chain = new Object[] {chain, new long[1 << 14]};
    }

    public static void main(String[] args) {
        kept();
        dropped();
        switch (args[0]) {
            case "return": return;
            case "exit": System.exit(7); return;
            case "halt": Runtime.getRuntime().halt(8); return;
            case "oom": Stage.pause("ready"); exhaust(); return;
            default: Stage.pause("ready");
        }
    }
}
