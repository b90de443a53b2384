// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * Ways and Texts through a door. `load`: on the main thread. `attach`: waits, then on a thread that
 * is born after the agent. `self`: attaches itself with the options given, then on the caller; with
 * `self-thread` on a new thread.
 */
public final class AllWays {
    private AllWays() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "attach":
                warmUp();
                Stage.pause("ready");
                Stage.onNewThread(AllWays::work);
                Stage.pause("done");
                break;
            case "self":
                warmUp();
                attachSelf(args[1]);
                work();
                break;
            case "self-thread":
                warmUp();
                attachSelf(args[1]);
                Stage.onNewThread(AllWays::work);
                break;
            default:
                warmUp();
                work();
        }
    }

    static void attachSelf(String options) throws Exception {
        Class.forName("dev.jdhat.Agent").getMethod("attachSelf", String.class)
                .invoke(null, options);
    }

    static void warmUp() {
        Ways.warmUp();
        Texts.warmUp();
    }

    static void work() {
        Ways.measure();
        Texts.measure();
    }
}
