// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

/**
 * Two leaks under a lot of garbage; the argument is the number of rounds. A round allocates 25.6 MB
 * of blocks of 256 bytes, which die, 20,000 nodes of 32 bytes and 500 arrays of 1,000 bytes, which
 * stay. 100 rounds leak 64 MB and 50 MB.
 */
public final class Leak {
    private static final int GARBAGE = 100_000;
    private static final int NODES = 20_000;
    private static final int ARRAYS = 500;
    private static final int NODE_BYTES = 32;
    private static final int ARRAY_BYTES = 1_000;
    private static final int HEADER = 16;

    /** 32 bytes: a header of 12, a reference of 4, two fields of 8. */
    static final class Node {
        final Node next;
        long first;
        long second;

        Node(Node next) {
            this.next = next;
        }
    }

    static volatile Object sink;
    static Node nodes;
    static byte[][] arrays;

    private Leak() {}

    private static void garbage() {
        for (int i = 0; i < GARBAGE; i++) {
            sink = new byte[256 - HEADER];
        }
    }

    private static void leakNodes() {
        Node last = nodes;
        for (int i = 0; i < NODES; i++) {
            last = new Node(last);
        }
        nodes = last;
    }

    private static void keepArrays(int round) {
        for (int i = 0; i < ARRAYS; i++) {
            arrays[round * ARRAYS + i] = new byte[ARRAY_BYTES - HEADER];
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        arrays = new byte[rounds * ARRAYS][];
        for (int round = 0; round < rounds; round++) {
            garbage();
            leakNodes();
            keepArrays(round);
        }
        sink = null;
        Self.settle();
        Self.say("leakNodes", (double) rounds * NODES * NODE_BYTES);
        Self.say("keepArrays", (double) rounds * ARRAYS * ARRAY_BYTES);
    }
}
