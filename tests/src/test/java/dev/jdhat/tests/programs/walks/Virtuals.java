// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

import java.lang.reflect.Method;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads (release 21 and newer, hence by reflection) whose stacks have one top and differ
 * at their far end, and which make blocks before and after they yield, park and are pinned there.
 * Arguments: rounds, and threads in a round, at most ten blocks in each.
 */
public final class Virtuals {
    private Virtuals() {}

    static void zigzag(int path, int bits) {
        if (bits == 0) {
            straight(2 * path, path);
        } else if ((path & 1 << bits - 1) == 0) {
            zigzag(path, bits - 1);
        } else {
            zigzag(path, bits - 1);
        }
    }

    static void straight(int level, int path) {
        if (level > 0) {
            straight(level - 1, path);
            if (level % 8 == 0) leaf(1000 + 10 * path + level / 8);
        } else {
            body(path);
        }
    }

    static void body(int path) {
        leaf(path);
        Thread.yield();
        leaf(100 + path);
        LockSupport.parkNanos(1000);
        leaf(200 + path);
        pinned(path);
        Place.sink = new float[Place.at(300 + path)];
    }

    static void pinned(int path) {
        Object lock = new Object();
        synchronized (lock) {
            leaf(400 + path);
            if (path % 4 == 0) Thread.yield();
            leaf(500 + path);
        }
    }

    static void leaf(int place) {
        Place.sink = new float[Place.at(place)];
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        Thread[] threads = new Thread[Integer.parseInt(args[1])];
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < threads.length; i++) {
                int path = i % 16;
                threads[i] = (Thread) start.invoke(null, (Runnable) () -> zigzag(path, 4));
            }
            for (Thread thread : threads) thread.join();
        }
        Place.tell();
    }
}
