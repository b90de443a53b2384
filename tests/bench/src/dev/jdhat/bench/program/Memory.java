// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

import java.io.IOException;
import java.lang.reflect.Array;

/**
 * Makes an agent remember something, and says how large the process is then and was at most.
 * Arguments: what, how many, and the milliseconds to rest before it looks: an agent may give back
 * what it needed for a while only. To be run with a heap whose pages are all touched at the start, so
 * that the rest of the process is all that grows.
 */
public final class Memory {
    private static final int SIZE_CLASSES = 64;
    private static final int PATH = 17;

    static final class Block {
        long value;
    }

    static Object[] kept;
    static volatile Object sink;

    private Memory() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int count = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "blocks":
                blocks(count);
                break;
            case "sites":
                sites(count);
                break;
            case "stacks":
                stacks(count);
                break;
            case "garbage":
                garbage(count);
                break;
            default:
                throw new IllegalArgumentException(args[0]);
        }
        Self.settle();
        Thread.sleep(Long.parseLong(args[2]));
        Self.say("rss", Self.memory("VmRSS"));
        Self.say("peak", Self.memory("VmHWM"));
    }

    private static void blocks(int count) {
        kept = new Object[count];
        for (int i = 0; i < count; i++) {
            kept[i] = new Block();
        }
    }

    private static void garbage(int count) {
        for (int i = 0; i < count; i++) {
            sink = new Block();
        }
    }

    /**
     * One stack, and a site for each pair of a class and a size: Object[], Object[][] and so on,
     * each in 64 lengths.
     */
    private static void sites(int count) {
        Class<?> element = null;
        for (int i = 0; i < count; i += SIZE_CLASSES) {
            element = i % (100 * SIZE_CLASSES) == 0 ? root(i / (100 * SIZE_CLASSES))
                    : element.arrayType();
            for (int size = 0; size < SIZE_CLASSES; size++) {
                sink = Array.newInstance(element, length(size));
            }
        }
    }

    /** Arrays have up to 255 dimensions; here 100 of each of these. */
    private static Class<?> root(int which) {
        Class<?>[] roots = {Object.class, String.class, Integer.class, Long.class, Double.class,
            Thread.class, Class.class, Number.class, Short.class, Byte.class, Boolean.class,
            Float.class, Character.class, Runnable.class, Iterable.class, Comparable.class,
            CharSequence.class, Math.class, System.class, Process.class, Void.class};
        return roots[which];
    }

    /** Lengths of arrays of references, each in a size class of its own, from 128 bytes on. */
    private static int length(int sizeClass) {
        int bytes = (8 + sizeClass % 8) << (4 + sizeClass / 8);
        return (bytes - 16) / 4;
    }

    /** A stack of 20 frames for each block: main, this, and one for each bit of its number. */
    private static void stacks(int count) {
        for (int i = 0; i < count; i++) {
            sink = left(PATH, i);
        }
    }

    private static Object left(int depth, int path) {
        if (depth == 0) {
            return new Block();
        }
        return (path & 1) == 0 ? left(depth - 1, path >> 1) : right(depth - 1, path >> 1);
    }

    private static Object right(int depth, int path) {
        if (depth == 0) {
            return new Block();
        }
        return (path & 1) == 0 ? left(depth - 1, path >> 1) : right(depth - 1, path >> 1);
    }
}
