// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.lang.reflect.Method;

/**
 * 1,000 virtual threads (JDK 21 and newer, hence by reflection); each makes 10 Thing (24 bytes) in
 * `body`, yields, and makes 10 more. Expected in `body`: 20,000 Thing, 480,000 bytes.
 */
public final class VirtualThreads {
    private VirtualThreads() {}

    static void body() {
        for (int i = 0; i < 10; i++) Thing.sink = new Thing(i);
        Thread.yield();
        for (int i = 0; i < 10; i++) Thing.sink = new Thing(i);
    }

    public static void main(String[] args) throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        Thread[] threads = new Thread[1000];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = (Thread) start.invoke(null, (Runnable) VirtualThreads::body);
        }
        for (Thread thread : threads) thread.join();
        Stage.say("done");
    }
}
