// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/**
 * Shutdown hooks are added and never removed. 100 of 100 Payloads stay: a leak, of threads as
 * well.
 */
public final class ShutdownHooks implements LeakCase {
    private final Remembered<Thread> hooks = new Remembered<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            Thread hook = new Thread(new Payload()::touch, "hook");
            Runtime.getRuntime().addShutdownHook(hook);
            hooks.add(hook);
        }
    }

    @Override
    public void tearDown() {
        hooks.release(Runtime.getRuntime()::removeShutdownHook);
    }
}
