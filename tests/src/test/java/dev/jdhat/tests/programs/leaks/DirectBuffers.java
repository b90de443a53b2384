// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * 100 direct buffers of 10,000 bytes in a list: small DirectByteBuffers on the heap, 1 MB outside
 * it. All 100 buffers stay: a leak, whose weight a heap profile does not show.
 */
public final class DirectBuffers implements LeakCase {
    private final List<ByteBuffer> buffers = new ArrayList<>();

    @Override
    public void work() {
        for (int i = 0; i < N; i++) buffers.add(Births.note(ByteBuffer.allocateDirect(10_000)));
    }

    @Override
    public void tearDown() {
        buffers.clear();
    }
}
