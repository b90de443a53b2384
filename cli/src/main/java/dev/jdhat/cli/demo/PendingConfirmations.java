// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leak 1: a future that nobody completes. The request waits in a map for the confirmation of a
 * replica; the answer of a replica that is gone never comes, and no timeout takes the entry out.
 */
final class PendingConfirmations {
    static final int REQUEST_LENGTH = 4096;

    private final Map<Integer, CompletableFuture<Integer>> open = new ConcurrentHashMap<>();

    void ask(int id) {
        byte[] request = encode(id);
        CompletableFuture<Integer> confirmation = new CompletableFuture<>();
        // The action holds the request, the future the action, the map the future.
        confirmation.thenAccept(replica -> release(id, request, replica));
        open.put(id, confirmation);
    }

    private byte[] encode(int id) {
        byte[] request = new byte[REQUEST_LENGTH];
        request[0] = (byte) id;
        return request;
    }

    private void release(int id, byte[] request, int replica) {
        request[1] = (byte) replica;
        open.remove(id);
    }

    int open() {
        return open.size();
    }
}
