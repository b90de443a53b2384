// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.io.ByteArrayOutputStream;

/**
 * Each request has a buffer that grows. Much is allocated, and none of 100 Payloads stays: no
 * leak.
 */
public final class GrowingBuffers implements LeakCase {
    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            Payload payload = new Payload();
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            for (int k = 0; k < 1000; k++) buffer.write(k);
            payload.take(buffer.toByteArray());
        }
    }

    @Override
    public void tearDown() {}
}
