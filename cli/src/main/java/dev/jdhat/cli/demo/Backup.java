// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A spike, not a leak: in the middle of the run a backup holds many blocks at once and gives them
 * all back. In the profile: most of the peak, nothing at the end.
 */
final class Backup {
    static final int BLOCKS = 400;
    static final int BLOCK_LENGTH = 32 * 1024;

    private final List<byte[]> blocks = new ArrayList<>();

    void start() {
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(new byte[BLOCK_LENGTH]);
        }
    }

    void finish() {
        blocks.clear();
    }
}
