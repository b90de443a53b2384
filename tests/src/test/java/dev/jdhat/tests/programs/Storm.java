// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

/**
 * Four threads allocate, and short ones come and go, while the agent is told through the JVM's own
 * command `jvmtiAgentLoad` to start, dump, mark and stop. Arguments: the library, a folder, and the
 * number of rounds (default 6). Says `storm over` when all went through.
 */
public final class Storm {
    static volatile boolean over;

    private Storm() {}

    static Object work(int depth) {
        return depth == 0 ? new byte[64] : new Object[] {work(depth - 1), "item " + depth};
    }

    static void allocate() {
        for (int i = 0; !over; i++) {
            Thing.sink = work(i % 40);
            if (i % 1000 == 0) new Thread(() -> Thing.sink = work(3)).start();
        }
    }

    /** The quotes keep the command from taking `name=value` for an argument of its own. */
    static void command(String library, String options) throws Exception {
        ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "jvmtiAgentLoad",
                new Object[] {new String[] {library, '"' + options + '"'}},
                new String[] {"[Ljava.lang.String;"});
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 6;
        for (int i = 0; i < 4; i++) new Thread(Storm::allocate).start();
        for (int round = 0; round < rounds; round++) {
            String interval = round % 2 == 0 ? "0" : "64k";
            String file = args[1] + "/" + round + ".jdhat";
            command(args[0], "start,interval=" + interval + ",file=" + file);
            for (int i = 0; i < 5; i++) {
                Thread.sleep(100);
                command(args[0], i % 2 == 0 ? "mark=round" : "dump");
            }
            command(args[0], "stop");
        }
        over = true;
        Stage.say("storm over");
    }
}
