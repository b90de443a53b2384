// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.zip.Deflater;

/**
 * A daemon thread stays inside a JNI critical section: one call of Deflater holds its arrays for
 * many seconds. Meanwhile `main` makes 1,000 Thing in `work` and returns, or with the argument
 * `exit` calls System.exit.
 */
public final class Critical {
    private Critical() {}

    /**
     * Two random symbols make the search for the longest match as slow as it can be: half a
     * minute.
     */
    static void compress() {
        byte[] input = new byte[10 << 20];
        int random = 1;
        for (int i = 0; i < input.length; i++) {
            random = random * 1103515245 + 12345;
            input[i] = (byte) (random >> 16 & 1);
        }
        Deflater deflater = new Deflater(9);
        deflater.setInput(input);
        deflater.deflate(new byte[10 << 20]);
    }

    static void work() {
        for (int i = 0; i < 1000; i++) Thing.sink = new Thing(i);
    }

    /** In the native method, and long enough on a processor to be past its first lines. */
    static boolean isInside(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        StackTraceElement[] stack = thread.getStackTrace();
        if (stack.length == 0 || !stack[0].isNativeMethod()) return false;
        long since = threads.getThreadCpuTime(thread.getId());
        while (threads.getThreadCpuTime(thread.getId()) - since < 20_000_000) Thread.yield();
        return true;
    }

    public static void main(String[] args) {
        Thread thread = new Thread(Critical::compress);
        thread.setDaemon(true);
        thread.start();
        while (!isInside(thread)) Thread.yield();
        work();
        Stage.say("inside");
        if (args[0].equals("exit")) System.exit(0);
    }
}
