// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/** Loaded once more by each loader of PinnedLoaders; sets a ThreadLocal of its own. */
public final class Plugin implements Runnable {
    private static final ThreadLocal<Plugin> LOCAL = new ThreadLocal<>();

    final Payload payload;

    public Plugin() {
        payload = new Payload();
    }

    @Override
    public void run() {
        LOCAL.set(this);
    }
}
