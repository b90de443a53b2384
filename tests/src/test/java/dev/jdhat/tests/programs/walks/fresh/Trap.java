// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks.fresh;

import dev.jdhat.tests.programs.walks.Place;

/**
 * `outer` and `middle` are compiled with one shape known. In call 6,000 the shape itself, under
 * them, loads the second one and goes on allocating, so that their frames return into code that is
 * no more. Odd calls after 6,500 take a branch that was never taken.
 */
public final class Trap implements Runnable {
    /** The only shape at first. */
    static class Shape {
        int area(int call) {
            Object extra = call == 6000 ? new Other() : null;
            Place.sink = new float[Place.at(extra == null ? 1_000_000 : 1_000_010)];
            return call;
        }
    }

    /** Loaded late. */
    static final class Other extends Shape {
        @Override
        int area(int call) {
            Place.sink = new float[Place.at(1_000_001)];
            return -call;
        }
    }

    private final Shape shape = new Shape();
    private int call;

    @Override
    public void run() {
        call++;
        outer(shape, call);
    }

    private static int outer(Shape shape, int call) {
        int sum = call % 2 == 0 ? middle(shape, call, 0) : middle(shape, call, 2);
        return sum + leaf(call == 6000 ? 1_000_011 : 1_000_002);
    }

    /** Reached from two lines of one statement, hence one place for both. */
    private static int middle(Shape shape, int call, int line) {
        if (line == 0) {
            int area = shape.area(call);
            return area + leaf(call == 6000 ? 1_000_012 : 1_000_003);
        }
        if (call > 6500) return late(call);
        Place.sink = new float[Place.at(1_000_004)];
        return 1;
    }

    private static int late(int call) {
        Shape shape = call % 3 == 0 ? new Other() : null;
        return shape == null ? leaf(1_000_005) : shape.area(call);
    }

    private static int leaf(int place) {
        float[] made = new float[Place.at(place)];
        Place.sink = made;
        return made.length;
    }
}
