// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.nio.file.Path;

/** Where the recordings stand that are kept for ever. */
public final class GoldenFiles {
    private GoldenFiles() {
    }

    public static Path path(String name) {
        return Path.of(System.getProperty("jdhat.recordings"), "v1", name);
    }
}
