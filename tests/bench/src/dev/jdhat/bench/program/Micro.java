// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

/**
 * Threads that do nothing but allocate blocks of 24 bytes at a given depth, from up to 64 stacks;
 * of 88 bytes with the system property {@code wide}.
 * It runs for a time, not for a number of blocks: a run is then as long under a slow agent as
 * under a fast one, and what is compared is the processor time of a block.
 *
 * <p>Arguments: frames above a block, threads, seconds, blocks to keep, and steps of computing
 * between two blocks. Its methods {@code left} and {@code right} must not be inlined: an inlined
 * frame costs some walks nothing, and a compiler's choices differ from run to run.
 */
public final class Micro {
    /** 24 bytes: a header of 12 and a field that is aligned to 8. */
    static class Block {
        long value;
    }

    /** 88 bytes, for programs that allocate more than blocks of 24 at this depth can come to. */
    static final class WideBlock extends Block {
        long b;
        long c;
        long d;
        long e;
        long f;
        long g;
        long h;
        long i;
    }

    /** Frames of a worker that are no step of the descent: run and some. */
    private static final int OUTER = 2;
    private static final int CHUNK = 500;
    private static final int STACKS = 64;
    private static final boolean WIDE = Boolean.getBoolean("wide");

    private enum Phase { WARM_UP, MEASURE, END }

    private static volatile Phase phase = Phase.WARM_UP;
    static Block[] kept = new Block[0];

    private Micro() {}

    static Block left(int depth, int path) {
        if (depth == 1) {
            return WIDE ? new WideBlock() : new Block();
        }
        return (path & 1) == 0 ? left(depth - 1, path >>> 1) : right(depth - 1, path >>> 1);
    }

    static Block right(int depth, int path) {
        if (depth == 1) {
            return WIDE ? new WideBlock() : new Block();
        }
        return (path & 1) == 0 ? left(depth - 1, path >>> 1) : right(depth - 1, path >>> 1);
    }

    private static final class Worker extends Thread {
        private final int levels;
        private final int steps;
        private long computed = 1;
        private Block last;
        private long measured;
        private long all;

        Worker(int depth, int steps) {
            levels = depth - OUTER;
            this.steps = steps;
        }

        @Override
        public void run() {
            for (Phase now = phase; now != Phase.END; now = phase) {
                some();
                all += CHUNK;
                measured += now == Phase.MEASURE ? CHUNK : 0;
            }
        }

        private void some() {
            for (int i = 0; i < CHUNK; i++) {
                last = left(levels, i % STACKS);
                compute();
            }
        }

        /** Each step needs the one before, so they take the same time wherever they run. */
        private void compute() {
            long x = computed;
            for (int i = 0; i < steps; i++) {
                x ^= x << 13;
                x ^= x >>> 7;
                x ^= x << 17;
            }
            computed = x;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int depth = Integer.parseInt(args[0]);
        Worker[] workers = new Worker[Integer.parseInt(args[1])];
        double seconds = Double.parseDouble(args[2]);
        kept = new Block[Integer.parseInt(args[3])];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = left(depth - OUTER, i % STACKS);
        }
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(depth, Integer.parseInt(args[4]));
            workers[i].start();
        }
        Thread.sleep((long) (100 + 250 * seconds));
        long cpu = Self.cpuNanos();
        long began = System.nanoTime();
        phase = Phase.MEASURE;
        Thread.sleep((long) (1000 * seconds));
        phase = Phase.END;
        for (Worker worker : workers) {
            worker.join();
        }
        long wall = System.nanoTime() - began;
        Self.settle();
        Self.say("cpu", Self.cpuNanos() - cpu);
        Self.say("wall", wall);
        long measured = 0;
        long all = kept.length;
        for (Worker worker : workers) {
            measured += worker.measured;
            all += worker.all;
        }
        Self.say("blocks", measured);
        Self.say("all", all);
    }
}
