// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Makes 1,000 Thing in `work` and says `over`. With the argument `wait` it waits for a line before
 * the work and for one after it.
 */
public final class Small {
    private Small() {}

    static void work() {
        for (int i = 0; i < 1000; i++) Thing.sink = new Thing(i);
    }

    public static void main(String[] args) {
        boolean waits = args.length > 0 && args[0].equals("wait");
        if (waits) Stage.pause("ready");
        Stage.onNewThread(Small::work);
        if (waits) Stage.pause("worked");
        Stage.say("over");
    }
}
