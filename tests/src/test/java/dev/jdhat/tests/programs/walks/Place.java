// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;

/**
 * A place in a program where blocks are made: `sink = new float[Place.at(7)]`. Blocks of place n
 * have 32 + 8 × (n mod 61) bytes where an array's
 * header takes 16, so a block's size tells where it belongs. The stack of a place is
 * asked of the JVM when it is first reached, and must be the same ever after; every block is
 * counted. Nobody else makes a `float[]`, but for empty ones.
 */
public final class Place {
    /** Where programs put what must not be optimised away. */
    public static volatile Object sink;

    private static final String OURS = "dev.jdhat.tests.programs.walks.";
    private static final int PLACES = 1 << 17;
    private static final AtomicLongArray blocks = new AtomicLongArray(PLACES);
    private static final String[] stacks = new String[PLACES];
    private static final StackWalker walker =
            StackWalker.getInstance(Set.of(StackWalker.Option.SHOW_HIDDEN_FRAMES));

    private Place() {}

    /** Counts a block of the place, and returns how many elements it has. */
    public static int at(int place) {
        if (blocks.getAndIncrement(place) == 0) stacks[place] = stack();
        return 4 + 2 * (place % 61);
    }

    /** The program's own frames, leaf first. */
    private static String stack() {
        return walker.walk(frames -> frames
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .filter(frame -> !frame.getClassName().equals(OURS + "Place"))
                .map(frame -> frame.getClassName().substring(OURS.length())
                        + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" ")));
    }

    /** Prints the truth, a line for each place: `place SIZE BLOCKS FRAME…`. */
    public static void tell() throws ReflectiveOperationException {
        long first = header() + 16;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PLACES; i++) {
            if (blocks.get(i) != 0) {
                text.append("place ").append(first + 8 * (i % 61)).append(' ').append(blocks.get(i))
                        .append(' ').append(stacks[i]).append('\n');
            }
        }
        System.out.print(text);
        System.out.flush();
    }

    /** Bytes of an array before its elements, as a multiple of 8. */
    private static long header() throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Number base = (Number) unsafe.getField("ARRAY_FLOAT_BASE_OFFSET").get(null);
        return (base.longValue() + 7) / 8 * 8;
    }
}
