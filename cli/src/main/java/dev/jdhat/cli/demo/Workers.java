// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Where tasks run: on virtual threads where the JDK has them, else on platform threads. */
final class Workers {
    private static final int POOL_SIZE = 4;

    private final ThreadFactory virtualThreads = virtualThreadFactory();
    private final AtomicInteger threads = new AtomicInteger();
    private final Executor executor;

    Workers() {
        if (virtualThreads != null) {
            executor = task -> virtualThreads.newThread(task).start();
        } else {
            ExecutorService pool = Executors.newFixedThreadPool(POOL_SIZE, this::daemon);
            executor = pool;
        }
    }

    Executor executor() {
        return executor;
    }

    /** Runs {@code task} on a thread of its own, which does not keep the JVM alive. */
    void startThread(Runnable task) {
        ThreadFactory factory = virtualThreads != null ? virtualThreads : this::daemon;
        factory.newThread(task).start();
    }

    private Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "store-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** {@code Thread.ofVirtual().factory()}, by reflection: this class is compiled for Java 17. */
    private static ThreadFactory virtualThreadFactory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> builderType = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) builderType.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
