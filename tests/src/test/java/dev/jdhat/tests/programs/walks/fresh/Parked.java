// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;
import java.util.concurrent.Semaphore;

/** `call` is warmed up with one shape; the second is loaded while two threads are under it. */
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

    static volatile int sum;
    static final Shape shape = new Shape();
    static final Semaphore inside = new Semaphore(0);

    static void call(Shape shape, int line, int count, Semaphore gate) {
        sum = shape.area();
        if (line == 0) {
            pass(1_000_000, 1_000_001, count, gate);
        } else {
            pass(1_000_002, 1_000_003, count, gate);
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

    private static Thread start(int line, Semaphore gate) {
        Thread thread = new Thread(() -> enter(line, 5, gate));
        thread.start();
        return thread;
    }

    /** One line for all, so that a place has one stack. */
    private static void enter(int line, int count, Semaphore gate) {
        for (int i = 0; i < count; i += 5) call(shape, line, 5, gate);
    }

    private static void warmUp(int line, Semaphore open) {
        for (int i = 0; i < 20_000; i++) call(shape, line, 0, open);
    }

    @Override
    public void run() {
        Semaphore open = new Semaphore(Integer.MAX_VALUE);
        warmUp(0, open);
        warmUp(1, open);
        inside.drainPermits();
        Semaphore gate = new Semaphore(0);
        Thread[] threads = {start(0, gate), start(1, gate)};
        inside.acquireUninterruptibly(2);
        sum = new Other().area();
        gate.release(2);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
