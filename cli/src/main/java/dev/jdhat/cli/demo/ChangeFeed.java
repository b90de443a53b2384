// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Leak 3: a listener never removed. A session that watches for changes is told of them until it
 * closes; the close that should take it off the list is missing.
 */
final class ChangeFeed {
    static final int WINDOW_LENGTH = 8192;

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    void watch(int session) {
        watchers.add(new Watcher(session));
    }

    void announce(int id) {
        for (Watcher watcher : watchers) {
            watcher.changed(id);
        }
    }

    int watchers() {
        return watchers.size();
    }

    static final class Watcher {
        private final int session;
        private final byte[] window = new byte[WINDOW_LENGTH];

        Watcher(int session) {
            this.session = session;
        }

        void changed(int id) {
            window[Math.floorMod(id + session, WINDOW_LENGTH)] = 1;
        }
    }
}
