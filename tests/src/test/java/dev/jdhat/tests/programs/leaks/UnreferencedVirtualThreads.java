// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads park, and nothing refers to them. 100 of 100 Payloads stay, since the JVM keeps
 * a list of all threads: a leak. None stays with -Djdk.trackAllThreads=false: then they are
 * garbage.
 */
public final class UnreferencedVirtualThreads implements LeakCase {
    private static final boolean TRACKED = System.getProperty("jdk.trackAllThreads") == null;

    private final Remembered<Thread> threads = new Remembered<>();
    private volatile boolean released;

    @Override
    public void work() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(N);
        for (int i = 0; i < N; i++) {
            Thread thread = Virtual.start(() -> park(begun));
            if (TRACKED) threads.add(thread);
        }
        begun.await();
    }

    private void park(CountDownLatch begun) {
        Payload payload = new Payload();
        begun.countDown();
        while (!released) LockSupport.park();
        payload.touch();
    }

    @Override
    public void tearDown() {
        released = true;
        threads.release(Virtual::end);
    }
}
