// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;

/**
 * Things, each once and with a number: 0, 1 and so on in the order in which they come. There is no
 * object besides the things: of hundreds of thousands of them each one more is a cache miss, and
 * work for the collector. For one thread.
 */
abstract class Numbers<T> {
    private static final long NUMBER = 0xffffffffL;

    private T[] things;
    private int size;
    /**
     * Of each thing its hash, in the high half, and its number + 1, in the first place from the
     * hash on that was free; 0 is free. At most half of the places are taken.
     */
    private long[] places;

    /** @param room for the first things, at least one; a power of two */
    Numbers(T[] room) {
        things = room;
        places = new long[2 * room.length];
    }

    /** All bits should depend on the whole thing, the low ones most. */
    abstract int hash(T thing);

    abstract boolean same(T one, T other);

    /** The number of a thing; one that is new is kept and must not change. */
    public final int of(T thing) {
        int hash = hash(thing);
        int place = hash & places.length - 1;
        while (places[place] != 0) {
            int number = (int) (places[place] & NUMBER) - 1;
            if ((int) (places[place] >>> 32) == hash && same(things[number], thing)) {
                return number;
            }
            place = place + 1 & places.length - 1;
        }
        if (size == things.length) {
            grow();
        }
        things[size] = thing;
        put((long) hash << 32 | ++size);
        return size - 1;
    }

    private void grow() {
        things = Arrays.copyOf(things, 2 * size);
        long[] old = places;
        places = new long[2 * old.length];
        for (long entry : old) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    private void put(long entry) {
        int place = (int) (entry >>> 32) & places.length - 1;
        while (places[place] != 0) {
            place = place + 1 & places.length - 1;
        }
        places[place] = entry;
    }

    /** The thing of a number, which is one that was given. */
    public final T get(int number) {
        return things[number];
    }

    /** How many there are so far. */
    public final int size() {
        return size;
    }

    /** All things so far, and room for more: what stands in it does not change any more. */
    final T[] things() {
        return things;
    }
}
