// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;
import java.util.concurrent.Semaphore;

/**
 * `call`, which calls itself from two lines, is warmed up with one shape; the second is loaded
 * while eight threads are under it, each by another path.
 */
public final class Parked implements Runnable {
    /** Needs no dispatch while it is the only one. */
    static class Shape {
        int area() {
            return 1;
        }
    }

    /** Makes `call` invalid when it is loaded. */
    static final class Other extends Shape {
        @Override
        int area() {
            return 2;
        }
    }

    private static final int PATHS = 8;

    static volatile int sum;
    static final Shape shape = new Shape();
    static final Semaphore inside = new Semaphore(0);

    /** The path's bits choose the lines, the highest first. */
    static void call(Shape shape, int path, int bits, int count, Semaphore gate) {
        sum = shape.area();
        if (bits == 0) {
            pass(1_000_000 + path, 1_000_010 + path, count, gate);
        } else if ((path & 1 << bits - 1) == 0) {
            call(shape, path, bits - 1, count, gate);
        } else {
            call(shape, path, bits - 1, count, gate);
        }
        sum = shape.area();
    }

    static void pass(int place, int deeper, int count, Semaphore gate) {
        inside.release();
        gate.acquireUninterruptibly();
        for (int i = 0; i < count; i++) Place.sink = new float[Place.at(place)];
        for (int i = 0; i < count; i++) deeper(deeper);
    }

    static void deeper(int place) {
        Place.sink = new float[Place.at(place)];
    }

    private static Thread start(int path, Semaphore gate) {
        Thread thread = new Thread(() -> call(shape, path, 3, 5, gate));
        thread.start();
        return thread;
    }

    private static void warmUp(Semaphore open) {
        for (int i = 0; i < 20_000; i++) call(shape, i % PATHS, 3, 0, open);
    }

    @Override
    public void run() {
        warmUp(new Semaphore(Integer.MAX_VALUE));
        inside.drainPermits();
        Semaphore gate = new Semaphore(0);
        Thread[] threads = new Thread[PATHS];
        for (int i = 0; i < PATHS; i++) threads[i] = start(i, gate);
        inside.acquireUninterruptibly(PATHS);
        sum = new Other().area();
        gate.release(PATHS);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
