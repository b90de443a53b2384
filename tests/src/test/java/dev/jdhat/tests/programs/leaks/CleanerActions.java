// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.lang.ref.Cleaner;

/**
 * Cleaning actions that hold what they are to clean up after. 100 of 100 Payloads stay: a leak.
 */
public final class CleanerActions implements LeakCase {
    private final Remembered<Cleaner.Cleanable> actions = new Remembered<>();
    private final Cleaner cleaner = Cleaner.create();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            Payload payload = new Payload();
            actions.add(cleaner.register(payload, payload::touch));
        }
    }

    @Override
    public void tearDown() {
        actions.release(Cleaner.Cleanable::clean);
    }
}
