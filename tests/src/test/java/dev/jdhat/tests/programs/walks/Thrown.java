// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Exceptions that pass through many frames, with blocks made in handlers and on the way, and stack
 * overflows that the program survives. Arguments: rounds, and exceptions in a round. One exception
 * makes a block at every third of 60 levels, and one at the end.
 */
public final class Thrown {
    private static final RuntimeException known = new IllegalStateException();

    private Thrown() {}

    static void leaf(int place) {
        Place.sink = new float[Place.at(place)];
    }

    static void through(int level, int kind) {
        try {
            if (level == 0) raise(kind);
            through(level - 1, kind);
        } finally {
            if (level % 3 == 0) leaf(100 + level);
        }
    }

    static int raise(int kind) {
        switch (kind) {
            case 0: throw new IllegalArgumentException("thrown");
            case 1: return new int[kind][2].length + ((Object) null).hashCode();
            case 2: return new int[kind][5][kind].length / (kind - 2);
            case 3: return ((String) (Object) known).length();
            default: throw known;
        }
    }

    static void thrown(int times) {
        for (int i = 0; i < times; i++) {
            try {
                through(60, i % 5);
            } catch (IllegalStateException e) {
                leaf(1);
            } catch (NullPointerException | ArithmeticException e) {
                Place.sink = new float[Place.at(2)];
            } catch (RuntimeException e) {
                leaf(3);
            }
        }
    }

    /** Its blocks have no place, since nobody knows how deep it gets. */
    static int endless(int level) {
        if (level % 64 == 0) Place.sink = new int[1];
        try {
            return 1 + endless(level + 1);
        } finally {
            if (level % 512 == 0) Place.sink = new int[2];
        }
    }

    static void overflow() {
        try {
            endless(1);
        } catch (StackOverflowError e) {
            leaf(4);
        }
        leaf(5);
    }

    static void overflows(int times) {
        for (int i = 0; i < times; i++) overflow();
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int times = Integer.parseInt(args[1]);
        for (int i = 0; i < rounds; i++) {
            thrown(times);
            Thread small = new Thread(null, () -> overflows(5), "small", 512 << 10);
            small.start();
            small.join();
        }
        Place.tell();
    }
}
