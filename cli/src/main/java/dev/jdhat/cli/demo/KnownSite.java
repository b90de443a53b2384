// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

/**
 * The truth about the demo: what its lines of interest allocate, known from its source, on any JVM
 * whose arrays have the usual header of 16 bytes. An exact profile has just these totals, and with
 * a final collection just these figures at the end.
 */
public enum KnownSite {
    /** Leak: 2,000 / 4 requests of 4,096 + 16 bytes. */
    FUTURE_NOBODY_COMPLETES(
            PendingConfirmations.class,
            "encode",
            ObjectStoreDemo.REQUESTS / ObjectStore.CONFIRMED,
            PendingConfirmations.REQUEST_LENGTH + 16L,
            true,
            "a future that nobody completes",
            "every request that ever asked is still there: a map holds the future, the future its"
                    + " action, that the request"),
    /** Leak: 2,000 / 50 bodies of 65,536 + 16 bytes. */
    TASK_PARKED_FOR_EVER(
            QuotaGate.class,
            "readBody",
            ObjectStoreDemo.REQUESTS / ObjectStore.OVER_QUOTA,
            QuotaGate.BODY_LENGTH + 16L,
            true,
            "a task parked for ever with a request body",
            "few blocks, large ones, none of them given back: nothing but the stack of a waiting"
                    + " thread holds them"),
    /** Leak: 2,000 / 10 windows of 8,192 + 16 bytes. */
    LISTENER_NEVER_REMOVED(
            ChangeFeed.Watcher.class,
            "<init>",
            ObjectStoreDemo.REQUESTS / ObjectStore.WATCHING,
            ChangeFeed.WINDOW_LENGTH + 16L,
            true,
            "a listener never removed",
            "one block for each session that ever was, and as many at the end as in the total"),
    /**
     * Churn: per request six doublings, to 2, 4, 8, 16, 32 and 64 KiB: 126 KiB / 6 + 16 bytes each
     * on average.
     */
    GROWING_BUFFER(
            UploadBuffer.class,
            "grow",
            6L * ObjectStoreDemo.REQUESTS,
            126L * 1024 / 6 + 16,
            false,
            "a growing temporary buffer (churn, not a leak)",
            "the largest total of all and nothing at the end: it costs collections, not memory");

    private final Class<?> type;
    private final String method;
    private final long blocks;
    private final long bytesPerBlock;
    private final boolean held;
    private final String title;
    private final String shape;

    KnownSite(
            Class<?> type,
            String method,
            long blocks,
            long bytesPerBlock,
            boolean held,
            String title,
            String shape) {
        this.type = type;
        this.method = method;
        this.blocks = blocks;
        this.bytesPerBlock = bytesPerBlock;
        this.held = held;
        this.title = title;
        this.shape = shape;
    }

    /**
     * How the line's frame begins in a profile: class and method as Java's stack traces write them.
     */
    public String frame() {
        return type.getName() + "." + method;
    }

    public long totalBlocks() {
        return blocks;
    }

    public long totalBytes() {
        return blocks * bytesPerBlock;
    }

    /** What the service still holds when it ends: everything, or nothing. */
    public long endBlocks() {
        return held ? blocks : 0;
    }

    public long endBytes() {
        return held ? totalBytes() : 0;
    }

    public String title() {
        return title;
    }

    /** How to recognise it in a profile, for a person. */
    public String shape() {
        return shape;
    }
}
