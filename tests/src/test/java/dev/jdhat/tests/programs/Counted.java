// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs another program, the main class named first with the arguments that follow, on the main
 * thread in `run`, and says how many bytes the JVM counted for that thread meanwhile. It says so in
 * a shutdown hook, since the program may call System.exit.
 */
public final class Counted {
    private Counted() {}

    static void run(Method program, String[] arguments) throws ReflectiveOperationException {
        program.invoke(null, (Object) arguments);
    }

    static long allocated(Thread thread) {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(thread.getId());
    }

    static void say(long bytes) {
        System.out.println();
        Stage.say("counted " + bytes);
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        Method program = Class.forName(args[0]).getMethod("main", String[].class);
        String[] arguments = Arrays.copyOfRange(args, 1, args.length);
        Thread thread = Thread.currentThread();
        allocated(thread);
        long before = allocated(thread);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say(allocated(thread) - before)));
        run(program, arguments);
        // Returning would end the thread before the hook asks for its bytes.
        System.exit(0);
    }
}
