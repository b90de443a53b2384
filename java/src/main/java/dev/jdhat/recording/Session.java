// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** The session record: what was recorded, how, and where. */
public final class Session {
    private final String[] texts;
    private final long[] numbers;

    private Session(String[] texts, long[] numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** Reads the fields in the format's order; numbers and texts are kept apart. */
    static Session read(Body body) {
        String[] texts = new String[6];
        long[] numbers = new long[14];
        texts[0] = body.text();
        for (int i = 0; i <= 5; i++) {
            numbers[i] = body.varint();
        }
        texts[1] = body.text();
        texts[2] = body.text();
        numbers[6] = body.varint();
        for (int i = 3; i <= 5; i++) {
            texts[i] = body.text();
        }
        numbers[7] = body.counter();
        for (int i = 8; i <= 11; i++) {
            numbers[i] = body.varint();
        }
        for (int i = 12; i <= 13 && body.remaining() > 0; i++) {
            numbers[i] = body.varint();
        }
        return new Session(texts, numbers);
    }

    /** Version of the agent. */
    public String version() {
        return texts[0];
    }

    public Door door() {
        return Door.of(numbers[0]);
    }

    /** The interval asked for, in bytes; 0 = exact. */
    public long interval() {
        return numbers[1];
    }

    /** Depth limit of stacks. */
    public long depth() {
        return numbers[2];
    }

    public Liveness liveness() {
        return Liveness.of(numbers[3]);
    }

    /** Threads that lived at the start and whose first samples are not exact. */
    public long olderThreads() {
        return numbers[4];
    }

    public Collector collector() {
        return Collector.of(numbers[5]);
    }

    public String vmName() {
        return texts[1];
    }

    public String vmVersion() {
        return texts[2];
    }

    /** Feature number of the target's Java. */
    public long javaVersion() {
        return numbers[6];
    }

    /** Main class or jar, and its arguments. */
    public String command() {
        return texts[3];
    }

    public String host() {
        return texts[4];
    }

    /** Options of the agent, as given. */
    public String options() {
        return texts[5];
    }

    /** Largest heap in bytes, or {@link ClockPoint#UNKNOWN}. */
    public long largestHeap() {
        return numbers[7];
    }

    public long maxMemory() {
        return numbers[8];
    }

    public long maxSize() {
        return numbers[9];
    }

    /** Thread keys: 0 none, 1 name, 2 pool. */
    public long threadKeys() {
        return numbers[10];
    }

    public boolean finalCollectionWanted() {
        return numbers[11] != 0;
    }

    /** Whether the interval may change; {@link Pace#NONE} before format 1.1. */
    public Pace pace() {
        return Pace.of(numbers[12]);
    }

    /** The share of one core that the agent may take, in per cent; 0 where nothing bounds it. */
    public double budget() {
        return numbers[13] / 100.0;
    }
}
