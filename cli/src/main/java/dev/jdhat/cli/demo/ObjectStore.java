// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The service: takes an upload, stores it, and does what some of the requests ask for besides. */
final class ObjectStore {
    /** Every 4th request wants a confirmation, every 10th watches, every 50th is over its quota. */
    static final int CONFIRMED = 4;

    static final int WATCHING = 10;
    static final int OVER_QUOTA = 50;

    private final Workers workers;
    private final ObjectCache cache = new ObjectCache();
    private final MetadataIndex index = new MetadataIndex();
    private final PendingConfirmations confirmations = new PendingConfirmations();
    private final QuotaGate quota;
    private final ChangeFeed feed = new ChangeFeed();
    private final Backup backup = new Backup();

    ObjectStore(Workers workers) {
        this.workers = workers;
        this.quota = new QuotaGate(workers);
    }

    Backup backup() {
        return backup;
    }

    /**
     * Serves the requests {@code first} to {@code first + count - 1} at once; returns when all are
     * answered.
     */
    void serve(int first, int count) {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            int id = i;
            answers.add(CompletableFuture.runAsync(() -> put(id), workers.executor()));
        }
        answers.forEach(CompletableFuture::join);
    }

    private void put(int id) {
        UploadBuffer upload = new UploadBuffer();
        upload.receive(id);
        cache.put(id, upload);
        index.add(id, upload);
        if (id % CONFIRMED == 0) {
            confirmations.ask(id);
        }
        if (id % WATCHING == 0) {
            feed.watch(id);
        }
        if (id % OVER_QUOTA == 0) {
            quota.waitForGrant();
        }
        feed.announce(id);
    }

    String state() {
        return index.size()
                + " objects, "
                + confirmations.open()
                + " confirmations open, "
                + quota.waiting()
                + " uploads waiting for quota, "
                + feed.watchers()
                + " watchers";
    }
}
